import { z } from 'zod';
import type { SearchFilter } from '../../index/contracts/filters.js';
import { botErrors } from '../errors.js';
import { complaintsOf, readJsonFile } from './read-json-file.js';

const MOST_RULES = 200;
const MOST_NAMES = 50;

/** Where a question comes from. */
export interface AskedFrom {
  /** The channel's id, such as `webchat` or `msteams`. */
  readonly channel: string;
  /** The page that the chat stands on, without what stands behind "?"; null where the channel has none or does not tell. */
  readonly page: string | null;
  readonly language: string;
}

/** Chooses what a search may find by where the question comes from; null for everything. */
export type FilterFor = (from: AskedFrom) => SearchFilter | null;

const names = z
  .array(z.string().trim().min(1, 'must not be empty').max(100, 'must be 100 characters at most'))
  .min(1, 'must have a name')
  .max(MOST_NAMES, `must be ${MOST_NAMES} at most`);
const pattern = z
  .string()
  .max(500, 'must be 500 characters at most')
  .refine((text) => /^https?:\/\//i.test(text), 'must begin with https://; "*" stands for anything');
const parts = {
  channels: names.optional(),
  pages: z.array(pattern).min(1, 'must have an address').max(MOST_NAMES).optional(),
  languages: names.optional(),
  topics: names.optional(),
  products: names.optional(),
  kinds: z
    .array(z.enum(['how-to', 'fault', 'explanation']))
    .min(1, 'must name a kind')
    .optional(),
  answersIn: names.optional(),
};
const rule = z
  .strictObject(parts)
  .refine(
    ({ topics, products, kinds, answersIn }) => [topics, products, kinds, answersIn].some(Boolean),
    'must say what may be found: topics, products, kinds or answersIn',
  );
const schema = z.array(rule).max(MOST_RULES, `must be ${MOST_RULES} rules at most`);

/**
 * Reads what searches may find, by channel, page and language of the question: the first rule that fits counts.
 * @param path JSON file of the content team; where not given, searches find everything
 * @throws SEARCH_FILTERS_UNREADABLE, SEARCH_FILTERS_INVALID with all complaints at once
 */
export function readSearchFilters(path: string | undefined): FilterFor {
  if (path === undefined) return () => null;
  const result = schema.safeParse(readJsonFile(path, botErrors.SEARCH_FILTERS_UNREADABLE));
  if (!result.success) {
    throw botErrors.SEARCH_FILTERS_INVALID({ path, complaints: complaintsOf(result.error) });
  }
  const rules = result.data.map(({ channels, pages, languages, topics, products, kinds, answersIn }) => ({
    channels,
    pages: pages?.map(addressPattern),
    languages: languages?.map((language) => language.toLowerCase()),
    filter: {
      ...(topics ? { topics } : {}),
      ...(products ? { products } : {}),
      ...(kinds ? { kinds } : {}),
      ...(answersIn ? { languages: answersIn } : {}),
    } satisfies SearchFilter,
  }));
  return ({ channel, page, language }) => {
    const first = rules.find(
      ({ channels, pages, languages }) =>
        (channels?.includes(channel) ?? true) &&
        (languages?.includes(language.toLowerCase()) ?? true) &&
        (pages === undefined || (page !== null && pages.some((fits) => fits(page)))),
    );
    return first?.filter ?? null;
  };
}

/**
 * Whether an address fits a pattern in which "*" stands for anything. Read piece by piece, without a regular expression: neither the
 * pattern nor the address, which comes from the customer's browser, can make it slow.
 */
function addressPattern(pattern: string): (address: string) => boolean {
  const [start = '', ...pieces] = pattern.toLowerCase().split('*');
  const end = pieces.pop();
  return (written) => {
    const address = written.toLowerCase();
    if (end === undefined) return address === start;
    if (!address.startsWith(start) || !address.endsWith(end)) return false;
    let at = start.length;
    for (const piece of pieces) {
      const found = address.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= address.length - end.length;
  };
}
