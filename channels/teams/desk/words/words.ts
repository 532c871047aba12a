import type { DeskOutcome } from '../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { DeskMoveOutcome } from '../../../../bot/contracts/tools/desk-moves.js';
import { en } from './en.js';
import { nl } from './nl.js';
import type { RoomWords } from './word-list.js';

const WORDS: Readonly<Record<SpokenLanguage, RoomWords>> = { nl, en };

export function roomWords(language: SpokenLanguage): RoomWords {
  return WORDS[language];
}

/** Why an action was not carried out, in words for who tried it; null where it was. */
export function refusalWords(outcome: DeskOutcome | DeskMoveOutcome, words: RoomWords): string | null {
  switch (outcome.kind) {
    case 'done':
      return null;
    case 'conflict':
      return words.conflict(outcome.agentName);
    case 'offered':
      return words.offered(outcome.agentName);
    case 'full':
      return words.full(outcome.load, outcome.capacity);
    case 'cannot-reach':
      return words.problems[outcome.problem];
    case 'unknown-target':
    case 'target-away':
      return words.noSuchTarget;
    case 'too-many-notes':
      return words.failed;
    case 'newer':
      return words.sendAgain;
    default:
      return words.over;
  }
}
