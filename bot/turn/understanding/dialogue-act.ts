import type { Heard } from '../../../index/contracts/hearing.js';
import type { HandoffState } from '../../contracts/messages.js';
import type { DialogueAct, TurnState } from '../contracts.js';
import { normalise, wordsOf } from './normalise.js';

const ACTS: Readonly<Record<string, DialogueAct>> = {
  next: 'next',
  not_solved: 'not-solved',
  not_understood: 'not-understood',
  let_go: 'let-go',
  solved: 'solved',
};

/** In words: longer texts say something of their own. */
const LONGEST = 14;

/** What the bot itself says to type for the next part; the words of both languages count in either. */
const NEXT_WORDS: ReadonlySet<string> = new Set(['verder', 'next']);

/** What a text does with what was said before; null where it does nothing with it. */
export function actIn(text: string, heard: Heard | null): DialogueAct | null {
  if (NEXT_WORDS.has(normalise(text))) return 'next';
  if (!heard || heard.act === null || wordsOf(text).length > LONGEST) return null;
  return ACTS[heard.act] ?? null;
}

/** Whether anything was said that a text can go on from. */
export function isGoingOn(state: TurnState, handoff: HandoffState): boolean {
  return state.question !== null || state.openChoices.length > 0 || handoff !== 'with-bot';
}
