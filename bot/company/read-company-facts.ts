import { z } from 'zod';
import { bundledFile } from '../../index/platform/bundled-file.js';
import type { SpokenLanguage } from '../contracts/messages.js';
import { botErrors } from '../errors.js';
import { complaintsOf, readJsonFile } from './read-json-file.js';

/** What the company says of itself in answer to a question, in one language. */
export interface CompanyFact {
  /** Markdown; '' where the company does not say it. */
  readonly answer: string;
  /** Questions that it answers, in several wordings. */
  readonly asked: readonly string[];
  /** Questions that look alike and are not answered by it. */
  readonly near: readonly string[];
}

/** By name of the fact. */
export type CompanyFacts = Readonly<Record<string, Readonly<Record<SpokenLanguage, CompanyFact>>>>;

const BUNDLED = 'data/facts/company.json';
const LONGEST_ANSWER = 1_000;
const LONGEST_QUESTION = 200;
const MOST_QUESTIONS = 40;
const MOST_FACTS = 60;
/** A link that may be tapped: a telephone number, an address for mail or a safe page. */
const LINK = /\]\((?!tel:\+?[\d-]+\)|mailto:[^\s()]+\)|https:\/\/[^\s()]+\))/;

const question = z.string().trim().min(1, 'must not be empty').max(LONGEST_QUESTION);
const spoken = z.strictObject({
  answer: z
    .string()
    .trim()
    .max(LONGEST_ANSWER, `must have ${LONGEST_ANSWER} characters at most`)
    .refine((text) => !LINK.test(text), 'may link to tel: numbers, mailto: addresses and https: pages only'),
  asked: z.array(question).min(1, 'must have a question').max(MOST_QUESTIONS),
  near: z.array(question).max(MOST_QUESTIONS).default([]),
});
const fact = z
  .strictObject({ nl: spoken, en: spoken })
  .refine(
    ({ nl, en }) => (nl.answer === '') === (en.answer === ''),
    'must have an answer in both languages, or in none',
  );
const schema = z.strictObject({
  company: z.string().min(1, 'must name the company'),
  facts: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a short name in lower case'), fact)
    .refine((facts) => Object.keys(facts).length <= MOST_FACTS, `must be ${MOST_FACTS} facts at most`),
});

/**
 * Reads what the company says of itself.
 * @param path JSON file of a company; where not given, the facts of the sample company, which no other company tells
 * @param company name of the company that the bot speaks for
 * @throws COMPANY_FACTS_UNREADABLE, COMPANY_FACTS_INVALID with all complaints at once
 */
export function readCompanyFacts(path: string | undefined, company: string): CompanyFacts {
  const file = path ?? bundledFile(BUNDLED);
  const result = schema.safeParse(readJsonFile(file, botErrors.COMPANY_FACTS_UNREADABLE));
  if (!result.success) {
    throw botErrors.COMPANY_FACTS_INVALID({ path: file, complaints: complaintsOf(result.error) });
  }
  if (path === undefined && result.data.company !== company) return {};
  return result.data.facts;
}
