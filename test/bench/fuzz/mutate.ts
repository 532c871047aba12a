import type { Random } from '../../../index/platform/random.js';

type Json = unknown;

const LONG = 'x'.repeat(5_000);

/** Values that somebody who means no good, or a broken client, puts in the place of others. */
const STRANGE: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => 0.1,
  () => '',
  () => ' ',
  () => '\u0000',
  () => '\ud800',
  () => '\u202e\u200b\ufeff',
  () => LONG,
  () => 'e\u0301'.repeat(2_000),
  () => '__proto__',
  () => 'constructor',
  () => "' or 1=1; drop table messages; --",
  () => '<script>alert(1)</script>',
  () => '%s%n{{7*7}}',
  () => '../../../etc/passwd',
  () => 'javascript:alert(1)',
  () => 'http://169.254.169.254/latest',
  () => 'data:text/html,<b>',
  () => '2026-13-45T99:99:99Z',
  () => '1e400',
  () => 'NaN',
  () => [],
  () => ({}),
  () => [[[[[]]]]],
  () => ({ length: 1 }),
  () => ({ toString: 'x', valueOf: null, toJSON: 1 }),
  () => JSON.parse('{"then":1}'),
  () => JSON.parse('{"__proto__":{"polluted":1}}'),
  () => Array(300).fill({ title: 'x' }),
  () => Array(50).fill(null),
  () => nested(60),
  () => nested(300),
];

const NAMES = ['__proto__', 'constructor', 'toString', 'length', 'id', 'type', 'text', 'value', 'from', ''];

/** The same message a little or much changed, as the text that is sent. */
export function mutate(random: Random, message: Json): string {
  const changes = 1 + Math.floor(random() * 3);
  let changed = structuredClone(message);
  for (let number = 0; number < changes; number += 1) changed = change(random, changed);
  const text = JSON.stringify(changed) ?? '';
  return random() < 0.08 ? breakText(random, text) : text;
}

/** A value in place of a part of an address. */
export function strangeWord(random: Random): string {
  const value = pick(random, STRANGE)();
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  // Through bytes and back: half of a surrogate pair cannot stand in an address.
  return Buffer.from(text.slice(0, 300)).toString();
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

/** Changes one place that is chosen by chance: as likely deep inside as at the top. */
function change(random: Random, message: Json): Json {
  const places = placesIn(message);
  if (places.length === 0 || random() < 0.02) return pick(random, STRANGE)();
  const { holder, key } = pick(random, places);
  const kind = Math.floor(random() * 8);
  if (kind <= 2) set(holder, key, pick(random, STRANGE)());
  else if (kind === 3) remove(holder, key);
  else if (kind === 4) set(holder, key, [get(holder, key), get(holder, key)]);
  else if (kind === 5) set(holder, key, { [pick(random, NAMES)]: get(holder, key) });
  else if (kind === 6) set(holder, key, get(pick(random, places).holder, pick(random, places).key));
  else add(holder, pick(random, NAMES), pick(random, STRANGE)());
  return message;
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesIn(value: Json, depth = 0): Place[] {
  // What a change made deep stays as it is.
  if (typeof value !== 'object' || value === null || depth > 12) return [];
  return Object.keys(value)
    .slice(0, 50)
    .flatMap((key) => [{ holder: value, key }, ...placesIn(get(value, key), depth + 1)]);
}

function get(holder: object, key: string): Json {
  return Object.hasOwn(holder, key) ? (holder as Record<string, Json>)[key] : null;
}

/** By definition, so that `__proto__` is a name like others, as it is where JSON is read. */
function set(holder: object, key: string, value: Json): void {
  // What would hold itself cannot be sent.
  const held = structuredClone(value);
  Object.defineProperty(holder, key, { value: held, enumerable: true, writable: true, configurable: true });
}

function remove(holder: object, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function add(holder: object, name: string, value: Json): void {
  if (Array.isArray(holder)) holder.push(structuredClone(value));
  else set(holder, name, value);
}

/** Cuts, doubles or spoils a piece of what would else be JSON. */
function breakText(random: Random, text: string): string {
  const at = Math.floor(random() * text.length);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return text.slice(0, at);
  if (kind === 1) return text.slice(0, at) + text.slice(Math.floor(random() * text.length));
  if (kind === 2) return `${text.slice(0, at)}\u0000${text.slice(at)}`;
  return `${text}${text}`;
}

function nested(levels: number): Json {
  let value: Json = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
