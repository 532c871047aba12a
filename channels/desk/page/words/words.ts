import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { TAKEN_FROM_YOU } from '../state/lost-conversation.js';
import { en } from './en.js';
import { nl } from './nl.js';
import { ownValue } from './own-value.js';
import type { DeskWords } from './word-list.js';

const WORDS: Readonly<Record<SpokenLanguage, DeskWords>> = { nl, en };

/** The words of a language. */
export function wordsIn(language: SpokenLanguage): DeskWords {
  return WORDS[language];
}

/** What to say of a failure. */
export function tellProblem(
  words: DeskWords,
  problem: { readonly code: string; readonly agentName: string | null },
): string {
  if (problem.code === 'DeskConversationTaken' && problem.agentName !== null) {
    return words.taken(problem.agentName);
  }
  if (problem.code === 'DeskConversationOffered' && problem.agentName !== null) {
    return words.assignment.offeredToOther(problem.agentName);
  }
  if (problem.code === TAKEN_FROM_YOU && problem.agentName !== null) {
    return words.takenFromYou(problem.agentName);
  }
  return ownValue(words.problems, problem.code) ?? words.problems.other;
}

/** The language to begin with: what was chosen before, else the browser's, else English. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): SpokenLanguage {
  if (chosen === 'nl' || chosen === 'en') return chosen;
  const known = preferred
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => tag === 'nl' || tag === 'en');
  return known === 'nl' ? 'nl' : 'en';
}
