import { z } from 'zod';
import { bundledFile } from '../../index/platform/bundled-file.js';
import { botErrors } from '../errors.js';
import type { SafetyTexts } from '../turn/contracts.js';
import { complaintsOf, readJsonFile } from './read-json-file.js';

const BUNDLED = 'data/facts/safety.json';
/** In characters: what is said in danger is read in seconds. */
const LONGEST_TEXT = 1_200;
const LONGEST_AGAIN = 300;
/** A link that may be tapped: a telephone number or a safe page. */
const LINK = /\]\((?!tel:\+?[\d-]+\)|https:\/\/[^\s()]+\))/;
const NUMBER = /\d{3}/;

const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have ${longest} characters at most`)
    .refine((text) => !LINK.test(text), 'may link to tel: numbers (digits and "-") and https: pages only');
const text = z
  .array(words(LONGEST_TEXT), { error: 'must be a list of paragraphs' })
  .min(1, 'must have a paragraph')
  .transform((paragraphs) => paragraphs.join('\n\n'))
  .refine((whole) => whole.length <= LONGEST_TEXT, `must have ${LONGEST_TEXT} characters at most`);
const helping = text.refine((whole) => NUMBER.test(whole), 'must name a telephone number');
const spoken = <Text extends z.ZodType<string, unknown>>(form: Text) => {
  const said = z.strictObject({ text: form, again: words(LONGEST_AGAIN) });
  return z.strictObject({ nl: said, en: said });
};
const inDanger = spoken(helping);
const schema = z.strictObject({
  suicide: inDanger,
  'emergency-call': inDanger,
  fire: inDanger,
  gas: inDanger,
  'carbon-monoxide': inDanger,
  medical: inDanger,
  violence: inDanger,
  fraud: inDanger,
  theft: inDanger,
  death: spoken(text),
});

/** Countries of which the numbers that help come with the program, by ISO 3166-1. */
export const COUNTRIES = ['NL', 'BE', 'DE', 'GB'] as const;
export type Country = (typeof COUNTRIES)[number];

/** Whether a file has texts by country; otherwise they are of one, whichever that is. */
const byCountry = z.record(z.string().regex(/^[A-Z]{2}$/), z.unknown());

/**
 * Reads what is said first in danger in a country: from a file with texts by country, all of which are checked, or from one
 * with the texts of a single country.
 * @param path JSON file of a company; where not given, the texts that come with the program
 * @throws SAFETY_TEXTS_UNREADABLE, SAFETY_TEXTS_INVALID with all complaints at once
 */
export function readSafetyTexts(path: string = bundledFile(BUNDLED), country: Country = 'NL'): SafetyTexts {
  const file = readJsonFile(path, botErrors.SAFETY_TEXTS_UNREADABLE);
  const countries = byCountry.safeParse(file);
  const isOfOne = !countries.success || Object.keys(countries.data).length === 0;
  const form = isOfOne ? z.object({ [country]: schema }) : z.object({ [country]: schema }).catchall(schema);
  const result = form.safeParse(isOfOne ? { [country]: file } : file);
  const texts = result.success ? result.data[country] : undefined;
  if (texts) return texts;
  const complaints = result.error ? complaintsOf(result.error, isOfOne ? 1 : 0) : '';
  throw botErrors.SAFETY_TEXTS_INVALID({ path, country, complaints });
}
