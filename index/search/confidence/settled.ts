import type { Item } from '../../contracts/items.js';
import type { Confidence } from '../../contracts/search.js';
import { asksWhoElse } from '../evidence/asked-who.js';
import { namesOtherCode } from '../evidence/other-code.js';
import { namesOtherNumber } from '../evidence/other-number.js';
import { isTurnedRound } from '../evidence/turned-round.js';
import { RECIPE } from '../recipe.js';

/**
 * What the item itself takes from how far it is believed: that it is about another one than the question, and what others
 * wrote against it.
 * @param lacksName the question is about a country, a company or a version that the item does not have
 */
export function settled(
  confidence: Confidence,
  question: string,
  item: Item,
  lacksName: boolean,
): Confidence {
  return lessBelieved(heldDown(confidence, question, item, lacksName), item);
}

/**
 * An item about other codes or versions than the question's, the way back of what is asked, or nobody where it is asked who
 * somebody is, may still be listed, and is never told as the answer. One that lacks a name is told in doubt, with the name.
 */
function heldDown(confidence: Confidence, question: string, item: Item, lacksName: boolean): Confidence {
  const answered = `${item.question}\n${item.answer}`;
  const told = { title: item.question, answer: item.answer };
  const isOther =
    namesOtherCode(question, answered) ||
    namesOtherNumber(question, answered) ||
    isTurnedRound(question, told) ||
    asksWhoElse(question, told);
  const most = isOther ? RECIPE.otherCode : lacksName ? RECIPE.otherName : 1;
  if (confidence.probability <= most) return confidence;
  return { probability: most, reason: isOther ? 'weak-match' : confidence.reason };
}

/** What speaks against an answer (another one contradicts it) takes from how far it is believed. */
function lessBelieved(confidence: Confidence, { doubt = 0 }: Item): Confidence {
  const { probability, reason } = confidence;
  if (doubt <= 0 || probability <= 0 || probability >= 1) return confidence;
  const odds = (probability / (1 - probability)) * Math.exp(-RECIPE.doubt * Math.min(1, doubt));
  return { probability: odds / (1 + odds), reason };
}
