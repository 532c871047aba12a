import type { Hit } from '../../../index/contracts/search.js';
import type { Choice, SpokenLanguage } from '../../contracts/messages.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { oneLine } from '../understanding/normalise.js';

/** In characters; a button says no more. */
const LONGEST_TITLE = 150;

/** A question of the community to choose. The title is plain text, as it is typed and shown on a button. */
export function itemChoice({ item }: Hit, turnId: string): Choice {
  const question = oneLine(item.question);
  const title =
    question.length <= LONGEST_TITLE ? question : `${question.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
  return { title, value: { action: 'pick-item', turnId, itemId: item.id } };
}

/** "Did you mean …": the questions and the way out. */
export function askBackChoices(options: readonly Hit[], language: SpokenLanguage, turnId: string): Choice[] {
  const { noneOfThese, notThis } = phrasesOf(language);
  const title = options.length === 1 ? notThis : noneOfThese;
  return [
    ...options.map((hit) => itemChoice(hit, turnId)),
    { title, value: { action: 'none-of-these', turnId } },
  ];
}

export function offerChoices(language: SpokenLanguage): Choice[] {
  const { acceptPerson, declinePerson } = phrasesOf(language);
  return [
    { title: acceptPerson, value: { action: 'request-person' } },
    { title: declinePerson, value: { action: 'decline-person' } },
  ];
}

export function waitingChoices(language: SpokenLanguage): Choice[] {
  return [{ title: phrasesOf(language).cancelRequest, value: { action: 'cancel-request' } }];
}

export function expiredChoices(language: SpokenLanguage): Choice[] {
  const { waitOn, goOnWithBot } = phrasesOf(language);
  return [
    { title: waitOn, value: { action: 'request-person' } },
    { title: goOnWithBot, value: { action: 'decline-person' } },
  ];
}

/** From 1, not satisfied, to 5. */
const SCORES = [1, 2, 3, 4, 5];

export function scoreChoices(handoffId: string): Choice[] {
  return SCORES.map((score) => ({
    title: String(score),
    value: { action: 'score-handoff', handoffId, score },
  }));
}

export function commentChoices(handoffId: string, language: SpokenLanguage): Choice[] {
  const title = phrasesOf(language).commentOnScore;
  return [{ title, value: { action: 'comment-on-handoff', handoffId } }];
}
