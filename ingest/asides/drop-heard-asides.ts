import type { AsideEar } from '../../index/contracts/asides.js';
import type { Item, Statement } from '../../index/contracts/items.js';
import { answerSign } from '../../index/withdrawals/answer-sign.js';
import { sentencesToJudge, withoutSentences } from '../steps/asides/aside-sentences.js';

/** What an answer became, and what was asked about on the way. */
export interface HeardAsides {
  /** The same item where nothing went. */
  readonly item: Item;
  /** Texts whose vectors were looked at. */
  readonly texts: readonly string[];
}

/**
 * Takes the asides that a trained ear hears out of an item's answer and of what stands beside it. What says what changed stays, and
 * so do articles of the company, answers that it wrote anew, and other languages than the ear was trained on.
 * @param vectorOf of a sentence alone, as a passage
 */
export async function dropHeardAsides(
  item: Item,
  ear: AsideEar,
  vectorOf: (text: string) => Promise<Float32Array>,
): Promise<HeardAsides> {
  if (!isHeard(item, ear)) return { item, texts: [] };
  const texts: string[] = [];
  const told = async (markdown: string) => {
    const gone = new Set<number>();
    for (const sentence of sentencesToJudge(markdown)) {
      if (item.whatChanged?.includes(sentence.text)) continue;
      texts.push(sentence.text);
      if (ear.isAside(sentence, await vectorOf(sentence.text))) gone.add(sentence.at);
    }
    return withoutSentences(markdown, gone);
  };
  const answer = await told(item.answer);
  const additions: Statement[] = [];
  for (const addition of item.additions ?? [])
    additions.push({ ...addition, text: await told(addition.text) });
  return { item: asTold(item, answer, additions), texts };
}

/** Whether an ear is asked about an item at all. */
export function isHeard({ language, isOfficial, edited }: Item, ear: AsideEar): boolean {
  return ear.languages.includes(language) && !isOfficial && !edited;
}

/** An item with these words; the same where they are its own. It stays known which answer of its source that is. */
export function asTold(item: Item, answer: string, additions: readonly Statement[]): Item {
  const areSame = (item.additions ?? []).every(({ text }, at) => text === additions[at]?.text);
  if (answer === item.answer && areSame) return item;
  return {
    ...item,
    answer,
    ...(item.additions ? { additions } : {}),
    ...(answer === item.answer ? {} : { isShortened: true, sourceSign: answerSign(item) }),
  };
}
