import type { SpokenLanguage } from '../../contracts/messages.js';

/** What a customer sees after a turn; `data/evaluation/README.md` says what each is. */
export const SEEN = [
  'answer',
  'answer-again',
  'answer-a-third-time',
  'wrong-answer',
  'next-part',
  'simpler',
  'choices',
  'wrong-choices',
  'offer-person',
  'hand-over',
  'danger',
  'still-waiting',
  'cancelled',
  'small-talk',
  'off-topic',
  'company-fact',
  'thanks',
  'let-go',
  'kept-with-bot',
  'ask-for-words',
  'silence',
  'apology',
] as const;
export type Seen = (typeof SEEN)[number];

export interface DialogueTurn {
  readonly text: string;
  /** Ids of the items that answer it; none = a person must. */
  readonly relevant: readonly string[];
  /** What is right to follow. */
  readonly right: readonly Seen[];
  /** What does harm. All else is neither: it helps nobody and harms nobody. */
  readonly harmful: readonly Seen[];
}

export interface Dialogue {
  readonly id: string;
  readonly language: SpokenLanguage;
  readonly turns: readonly DialogueTurn[];
  readonly kind: string;
  readonly split: 'fit' | 'report';
}

/** A turn as it went. */
export interface SeenTurn {
  readonly dialogue: Dialogue;
  readonly said: DialogueTurn;
  readonly seen: Seen;
}
