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

/** Asks to do for the customer what was just told how to do: "can you arrange that for me?", "doe het maar meteen". */
const DOING =
  'regel(?:en|t)?|doe(?:n|t)?|zet(?:ten)?|maken?|uitvoeren|voer|aanvragen|vraag|opzeggen|zeg|arrange|do|sort|handle|fix|set|make|cancel|change|take care';
const FOR_ME = '(?:voor (?:me|mij|ons)|for (?:me|us)|namens mij|on my behalf)';
const TO_BE_DONE = new RegExp(
  `\\b(?:${DOING})\\b.{0,60}\\b${FOR_ME}\\b|\\b${FOR_ME} (?:\\w+ ){0,2}(?:${DOING})$|^(?:(?:graag|please|oke|ok|okay|ja|yes|dan|nou|well) ){0,2}(?:doe|regel|do|arrange|make) (?:het|dat|dit|it|that|this)(?: (?:dan|maar|nu|meteen|even|direct|gelijk|graag|aub|alsjeblieft|alstublieft|now|then|please|right|straight|away|happen)){0,4}$`,
);

export function asksToBeDone(text: string, state: TurnState): boolean {
  return state.answer !== null && wordsOf(text).length <= LONGEST && TO_BE_DONE.test(normalise(text));
}

/** Whether anything was said that a text can go on from. */
export function isGoingOn(state: TurnState, handoff: HandoffState): boolean {
  return state.question !== null || state.openChoices.length > 0 || handoff !== 'with-bot';
}
