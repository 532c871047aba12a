import { createBoundedSet } from '../../index/platform/bounded-map.js';
import type { SourceKind } from '../sources/contracts.js';
import { sourceKinds } from '../sources/source-kinds.js';
import type { SourceHooks, SourceHooksParts } from './contracts.js';
import { hookedThreadReader } from './read-hooked-thread.js';

/** Ids of events that are remembered, so that a repetition costs no reading. */
const REMEMBERED_EVENTS = 5_000;

/**
 * Web hooks of communities. A call says which thread to read again and nothing else: what is done follows from what the
 * community then gives, so that a repeated, late or reordered call does no harm. What must be read is written down before a
 * call is answered, and stays noted for the next run where something changed.
 */
export function createSourceHooks(parts: SourceHooksParts): SourceHooks {
  const { named, withdrawals, patience, log, kinds = sourceKinds } = parts;
  const events = createBoundedSet<string>(REMEMBERED_EVENTS);
  const waiting = new Set<string>();
  let working: Promise<void> | null = null;
  let isStopped = false;
  let tellStopped = () => {};
  const stopped = new Promise<void>((resolve) => {
    tellStopped = resolve;
  });
  const readAgain = hookedThreadReader(parts, {
    isStopped: () => isStopped,
    stopped,
    isWaiting: (itemId) => waiting.has(itemId),
  });

  function work(): void {
    working ??= readAll()
      .catch((error: unknown) => log.error('Web hooks of communities cannot be followed.', { error }))
      .finally(() => {
        working = null;
        // What came behind the last look.
        if (waiting.size > 0 && !isStopped) work();
      });
  }

  async function readAll(): Promise<void> {
    for (let next = first(waiting); next !== undefined && !isStopped; next = first(waiting)) {
      waiting.delete(next);
      await readAgain(next);
    }
  }

  return {
    take(name, header, body) {
      const source = named.find((each) => each.name === name);
      const kind = kinds.find((each) => each.kind === source?.kind);
      if (!source || !kind?.readHook) return 'unknown';
      const call = { header, body, now: patience.now() };
      const reading = kind.readHook(call, source, ownSettings(kind, parts));
      if (reading.kind === 'off') return 'unknown';
      if (reading.kind === 'refused') return 'refused';
      const event = reading.eventId === null ? null : `${name} ${reading.eventId.slice(0, 100)}`;
      if (event !== null && events.has(event)) return 'taken';
      for (const threadId of reading.threadIds) {
        const itemId = `${name}:${threadId}`;
        if (!withdrawals.note(itemId, call.now)) return 'full';
        waiting.add(itemId);
      }
      if (event !== null) events.add(event);
      work();
      return 'taken';
    },
    start() {
      const names = new Set(named.map(({ name }) => name));
      for (const itemId of withdrawals.noted()) {
        if (names.has(itemId.slice(0, itemId.indexOf(':')))) waiting.add(itemId);
      }
      work();
    },
    async idle() {
      while (working) await working;
    },
    stop() {
      isStopped = true;
      tellStopped();
    },
  };
}

/** No kind sees another's secrets. */
function ownSettings({ settings }: SourceKind, { settings: all }: SourceHooksParts) {
  return Object.fromEntries(Object.keys(settings).map((name) => [name, all[name]]));
}

function first(waiting: ReadonlySet<string>): string | undefined {
  return waiting.values().next().value;
}
