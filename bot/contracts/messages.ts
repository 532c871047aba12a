import type { AnswerTree } from '../../index/answers/answer-tree.js';
import type { MessageFile } from './message-file.js';

export type { AnswerBlock, AnswerInline, AnswerTree } from '../../index/answers/answer-tree.js';

/** Languages the bot speaks; it understands more. */
export type SpokenLanguage = 'nl' | 'en';

export type Speaker =
  | { readonly kind: 'bot'; readonly name: string }
  | {
      readonly kind: 'agent';
      readonly name: string;
      /** Where their picture is served, below the server's address; left out where they have none. */
      readonly picture?: string;
    };

/** Where an answer comes from. The structured fields are for cards, `line` says the same in the customer's words. */
export interface AnswerSource {
  readonly itemId: string;
  /** The question as it stands in the community. */
  readonly question: string;
  readonly author: string;
  readonly authorRank: string | null;
  /** ISO 8601 in UTC. */
  readonly answeredAt: string | null;
  readonly url: string | null;
  readonly licence: string | null;
  /** Language of the answer, `nl`, `en` …; lets a screen reader pronounce a quotation in another language. */
  readonly language: string;
  /** Who wrote it, their rank and when, as a plain sentence: "Antwoord van Pieter_K (Superuser), 3 maart 2025". */
  readonly line: string;
  /** Words of the link: "Naar de community". */
  readonly linkTitle: string;
  /** Whether the link leads to other words: the company wrote the answer anew. */
  readonly isEdited?: boolean;
  /** Whether it is the company's own article, not an answer of its community: `author` is the company. */
  readonly isOfficial?: boolean;
  /** A warning that the answer is old, null when it is not. */
  readonly ageNote: string | null;
}

/** What a tap on a choice means; it comes back as the `value` of a message activity, or typed as its title. */
export type ChoiceValue =
  | { readonly action: 'pick-item'; readonly turnId: string; readonly itemId: string }
  | { readonly action: 'none-of-these'; readonly turnId: string }
  | { readonly action: 'request-person' }
  | { readonly action: 'decline-person' }
  | { readonly action: 'cancel-request' }
  | { readonly action: 'end-conversation' }
  | { readonly action: 'start-anew' }
  /** What was said so far, as a file. */
  | { readonly action: 'send-transcript' }
  | { readonly action: 'feedback'; readonly turnId: string; readonly isHelpful: boolean }
  /** How satisfied a customer is with a hand-off that an agent closed: 1 to 5. */
  | { readonly action: 'score-handoff'; readonly handoffId: string; readonly score: number }
  /** They want to say something about it. */
  | { readonly action: 'comment-on-handoff'; readonly handoffId: string }
  /** Whether what an agent closed stayed solved. */
  | { readonly action: 'stays-solved'; readonly handoffId: string; readonly isSolved: boolean };

/**
 * What a rating by the channel's own buttons means; it comes as the `value` of a message activity. The bot finds the turn
 * by the channel's id of the message that was rated.
 */
export interface MessageRating {
  readonly action: 'rate-message';
  readonly activityId: string;
  readonly isHelpful: boolean;
}

export interface Choice {
  /** What the customer reads and, where a channel has no buttons, types. */
  readonly title: string;
  readonly value: ChoiceValue;
}

/** "Did this help?" with its two answers. */
export interface FeedbackRequest {
  readonly question: string;
  readonly yes: Choice;
  readonly no: Choice;
}

/** Who has the conversation now, for channels that can show it beside the text. */
export interface ConversationStatus {
  readonly handoff: HandoffState;
  /** Name of the agent who has the conversation, else null. */
  readonly agentName: string | null;
  /** Place in the queue, 1 = next; null when not waiting. */
  readonly queuePosition: number | null;
}

export interface OutgoingMessage {
  readonly speaker: Speaker;
  /** What is said, as a tree that the server read: renderers make theirs from it and parse nothing. Empty when only `status` changes. */
  readonly tree: AnswerTree;
  /** The same as Markdown. */
  readonly text: string;
  /** Whether `text` quotes a community answer (shown as a quotation). */
  readonly isQuote: boolean;
  /** The bot's own words right before a quotation, a plain sentence: "Zo hielp Pieter_K een andere klant:". */
  readonly intro?: string;
  readonly language: SpokenLanguage;
  /** The whole answer with the words of its button, where `tree` is a part of it. */
  readonly more: { readonly title: string; readonly tree: AnswerTree; readonly text: string } | null;
  readonly source: AnswerSource | null;
  readonly choices: readonly Choice[];
  readonly feedback: FeedbackRequest | null;
  readonly status: ConversationStatus | null;
  /**
   * Set on news of the place in the queue: where a channel can change what was said, the newest takes the place of the one
   * before it.
   */
  readonly collapseKey?: 'queue-place';
  /** What is said in front of it in the same message, where a channel takes all of a turn as one. */
  readonly before?: readonly OutgoingMessage[];
  /** What an agent sends with the words, or instead of them; left out for nothing. */
  readonly files?: readonly MessageFile[];
  /** Title of the choice that was tapped: the message is shown anew with it; the renderer leaves the choices out. */
  readonly chosen?: string;
}

/** How far a hand-off is. */
export type HandoffState = 'with-bot' | 'offered' | 'waiting' | 'with-agent' | 'solved' | 'expired';
