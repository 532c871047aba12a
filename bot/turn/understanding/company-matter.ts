import { BILL_RULES } from './bill-rules.js';
import { clausesOf } from './clauses.js';
import {
  ACCOUNT_THINGS,
  AGAINST_A_MATTER,
  AIMED_AT_THE_COMPANY,
  ENOUGH_FOR_A_MATTER,
  FOR_A_MATTER,
  ORDER_THINGS,
} from './company-evidence.js';
import type { CompanyRule } from './company-rule.js';
import { COMPLAINT_RULES } from './complaint-rules.js';
import { CONTRACT_RULES } from './contract-rules.js';
import { weigh } from './evidence.js';
import { moodOf } from './mood-of.js';
import { normalise } from './normalise.js';
import { ORDER_RULES } from './order-rules.js';

/** In words: longer sentences tell a story in which the rules find words that do not belong together. */
const LONGEST_READING = 30;
/** First match counts: what somebody is angry about says more than the anger. */
const COMPANY_RULES: readonly CompanyRule[] = [
  ...ORDER_RULES,
  ...BILL_RULES,
  ...CONTRACT_RULES,
  ...COMPLAINT_RULES,
];

export type CompanyMatter = Pick<CompanyRule, 'reason' | 'isClear'>;

/**
 * Whether a text is about what only the company can settle (the customer's own account, bill, order or appointment, a
 * complaint), by the first rule that fits; null for a question. In doubt it is a question: the search decides.
 *
 * Each sentence is read on its own, then the whole, because people tell a story and ask at its end.
 */
export function companyMatterIn(text: string): CompanyMatter | null {
  const sentences = sentencesOf(text);
  const readings = [
    ...sentences,
    ...(sentences.length > 1 && sentences.length <= 3 ? [sentences.join(' ')] : []),
  ];
  let leaning: CompanyRule | null = null;
  for (const reading of readings.filter((text) => text.split(' ').length <= LONGEST_READING)) {
    const found = COMPANY_RULES.find((rule) => rule.pattern.test(reading) && !rule.unless?.test(reading));
    if (found?.isClear) return matterOf(found);
    leaning ??= found ?? null;
  }
  if (leaning) return matterOf(leaning);
  const against = weigh(sentences.join(' '), AGAINST_A_MATTER).points;
  for (const reading of readings) {
    const found = weighMatter(reading, against);
    if (found) return found;
  }
  return isComplaint(text) ? { reason: 'complaint', isClear: false } : null;
}

/** Anger that names the company or what its people did. */
function isComplaint(text: string): boolean {
  const normal = normalise(text);
  const isShort = normal.split(' ').length <= LONGEST_READING;
  return isShort && moodOf(text) === 'annoyed' && weigh(normal, AIMED_AT_THE_COMPANY).points > 0;
}

/**
 * A matter in a wording that no rule knows: a thing of the company's, and two kinds of evidence or more beside it.
 * @param against points that the whole text loses, because a story may end in a question of the way
 */
function weighMatter(reading: string, against: number): CompanyMatter | null {
  const order = weigh(reading, ORDER_THINGS).points;
  const account = weigh(reading, ACCOUNT_THINGS).points;
  const { points, kinds } = weigh(reading, FOR_A_MATTER);
  if (order + account === 0 || kinds.size < 2) return null;
  if (Math.max(order, account) + points + against < ENOUGH_FOR_A_MATTER) return null;
  return { reason: order >= account ? 'order' : 'account', isClear: false };
}

function matterOf({ reason, isClear }: CompanyRule): CompanyMatter {
  return { reason, isClear };
}

/** Sentences in normal form; a comma ends none. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let current = '';
  for (const { text: clause, mark } of clausesOf(text)) {
    current = `${current} ${clause}`;
    if (/[.!?…]/.test(mark) || mark === '') {
      sentences.push(normalise(current));
      current = '';
    }
  }
  if (current !== '') sentences.push(normalise(current));
  return sentences.filter((sentence) => sentence !== '');
}
