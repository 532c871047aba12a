import { z } from 'zod';
import { dropForbidden } from '../../steps/text/drop-forbidden.js';
import { sourceTime } from '../source-time.js';

/** Fields as exports write them: each is read where its meaning is plain, and the row is broken where it is not. */

/** A text without characters that nobody writes. */
export const text = z.string().transform(dropForbidden);
export const optionalText = text.nullish();

/** An id: a text without spaces around it, or a whole number. */
export const identity = z.union([
  z
    .string()
    .transform((id) => dropForbidden(id).trim())
    .pipe(z.string().min(1).max(200)),
  z.number().int().transform(String),
]);

/** A number, also as text: `3`, `"3"`; nothing and an empty text are 0. */
export const votes = z
  .union([
    z.number().finite(),
    z
      .string()
      .trim()
      .regex(/^[+-]?\d{1,9}(?:\.\d{1,9})?$|^$/)
      .transform(Number),
  ])
  .nullish()
  .transform((count) => count ?? 0);

const YES = ['true', 'yes', 'y', '1', 'ja', 'x'];
const NO = ['false', 'no', 'n', '0', 'nee', ''];

/** Yes or no, also as text or number: `"true"`, `1`, `"ja"`. */
export const flag = z
  .union([
    z.boolean(),
    z.literal([0, 1]).transform((bit) => bit === 1),
    z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum([...YES, ...NO]))
      .transform((word) => YES.includes(word)),
  ])
  .nullish()
  .transform((isSet) => isSet ?? false);

/** Keywords as a list, or in one text: `a,b`, `a;b`, `a|b`, `<a><b>`. */
export const tags = z
  .union([z.array(z.union([text, z.object({ name: text }).transform(({ name }) => name)]).nullable()), text])
  .nullish()
  .transform((found) => (typeof found === 'string' ? found.split(/[,;|<>]+/) : (found ?? [])))
  .transform((names) => names.map((name) => name?.trim() ?? '').filter((name) => name !== ''));

/** One name, also of an object that bears it; what is a number alone names nothing to people. */
export const category = z
  .union([text, z.object({ name: text }).transform(({ name }) => name)])
  .nullish()
  .catch(null)
  .transform((name) => name?.trim().slice(0, 100) || null);

/** Seconds since 1970 beyond this are milliseconds: it is the year 5138. */
const LAST_SECOND = 1e11;

/** A time as text, or in seconds or milliseconds since 1970 as number or text; null where it is none. */
export const time = z
  .union([z.number().finite(), z.string()])
  .nullish()
  .transform((written) => {
    const isEpoch = typeof written === 'number' || /^\s*\d{9,13}(?:\.\d{1,6})?\s*$/.test(written ?? '');
    if (!isEpoch) return sourceTime(typeof written === 'string' ? written : null);
    const moment = Number(written);
    const date = new Date(moment < LAST_SECOND ? moment * 1000 : moment);
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
  });

/** How a body is written; the names that exports give it. */
export const format = z
  .string()
  .trim()
  .toLowerCase()
  .transform((name) => (Object.hasOwn(FORMATS, name) ? FORMATS[name] : name))
  .pipe(z.enum(['html', 'markdown', 'text']))
  .nullish();

const FORMATS: Readonly<Record<string, string>> = { md: 'markdown', txt: 'text', plain: 'text' };

/** Who wrote it: a name, or a name with a rank. */
export const author = z
  .union([
    text.transform((name) => ({ name, rank: null })),
    z.object({ name: optionalText, rank: optionalText }),
  ])
  .nullish();
