import { wordingKey } from '../../../index/learning/wording-key.js';
import type { SpokenLanguage } from '../../contracts/messages.js';
import type { AskedByCustomer } from '../../store/content/asked-questions.js';

/** Takes personal data out of a customer's question, their own name among it. */
export type HideInQuestion = (
  text: string,
  language: SpokenLanguage,
  names: readonly string[],
) => Promise<string>;

/** A question without personal data, and how often it was asked. */
export interface ShadowQuestion {
  readonly text: string;
  readonly language: SpokenLanguage;
  readonly times: number;
}

export interface CollectedQuestions {
  /** In the order in which they were asked last, the newest first. */
  readonly questions: readonly ShadowQuestion[];
  /** How often others were asked that are more than `most`. */
  readonly leftOut: number;
}

/**
 * Questions as they may be shown: redacted first, so that two who ask the same with numbers of their own are one; then joined where only
 * case, punctuation or spaces differ. Nothing of the words as they came goes on from here.
 * @param asked the newest first
 */
export async function collectQuestions(
  asked: readonly AskedByCustomer[],
  hide: HideInQuestion,
  most: number,
): Promise<CollectedQuestions> {
  const found = new Map<string, { text: string; language: SpokenLanguage; times: number }>();
  let leftOut = 0;
  for (const { text, language: spoken, customerName } of asked) {
    const language = spoken ?? 'nl';
    const shown = await hide(text, language, customerName === '' ? [] : [customerName]);
    const key = wordingKey(shown);
    // Signs alone, or all of it was personal.
    if (key === '') continue;
    const known = found.get(`${language} ${key}`);
    if (known) known.times += 1;
    else if (found.size < most) found.set(`${language} ${key}`, { text: shown, language, times: 1 });
    else leftOut += 1;
  }
  return { questions: [...found.values()], leftOut };
}
