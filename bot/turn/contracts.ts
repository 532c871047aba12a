import type { Hear } from '../../index/contracts/hearing.js';
import type { AnswerReading, Hit, SearchResult } from '../../index/contracts/search.js';
import type { BestGuess, HandoffPriority, HandoffReason, Mood } from '../contracts/desk.js';
import type { MessageFile } from '../contracts/message-file.js';
import type {
  Choice,
  ChoiceValue,
  HandoffState,
  OutgoingMessage,
  SpokenLanguage,
} from '../contracts/messages.js';
import type { LocalMoment } from '../hours/back-at.js';
import type { Promised } from '../hours/promise.js';
import type { PartsRead } from './decisions/parts-read.js';

/** What the bot remembers of a conversation between turns; stored as JSON. Times are ISO 8601 in UTC. */
export interface TurnState {
  readonly language: SpokenLanguage;
  /** Whether the language was recognised from the customer's own words, not only taken from the page. */
  readonly isLanguageKnown: boolean;
  /** Language that the customer's page told last; null where it told none, left out by an earlier version. */
  readonly pageLanguage?: SpokenLanguage | null;
  readonly hasGreeted: boolean;
  /** The turn that introduced the bot: where its words do not arrive, it was not introduced. Left out where not known. */
  readonly introducedBy?: string;
  /** The question talked about now, as it was searched; null at the start and after a closed hand-off. */
  readonly question: string | null;
  /** Items shown for this question and rejected, or passed over with "none of these". */
  readonly rejectedItemIds: readonly string[];
  /** The answer shown last for this question, null before the first. */
  readonly answer: ShownAnswer | null;
  /** What was quoted in this conversation, oldest first, so that nothing is quoted a third time. */
  readonly quoted: readonly string[];
  /** The choices that stand open, so that a typed title or number is understood as a tap. */
  readonly openChoices: readonly Choice[];
  /** How often in a row the bot did not answer (asked back, offered a person). */
  readonly misses: number;
  /** Why a person was offered last, so that a "yes" to it carries the reason; null when nothing is offered. */
  readonly offered: HandoffReason | null;
  /** Whether a customer who waits was told that new messages are kept for the agent. */
  readonly hasToldWaiting: boolean;
  /** What the bot said last in words of its own, so that it never says the same thing twice in a row. */
  readonly lastSaid: string | null;
  /** How the customer sounded: annoyed from the first angry message until an answer helped. */
  readonly mood: Mood;
  /** Whether an annoyed customer was told that this is understood: once in a conversation. */
  readonly hasSympathised: boolean;
  /** Kinds of danger for which the whole text was said, in the order they were heard. */
  readonly toldDangers: readonly DangerKind[];
  /** Whether a customer who used a language that the bot does not speak was told what happens: once in a conversation. */
  readonly hasToldLanguage: boolean;
  /** The hand-off that the next text is said of; null or left out for none. */
  readonly commentsOn?: string | null;
  /** The company fact told just now, which "and on Sunday?" goes on from; null or left out for none. */
  readonly toldFact?: string | null;
}

/** An answer that was shown. */
export interface ShownAnswer {
  readonly turnId: string;
  readonly itemId: string;
  /** How many of its parts were read, as `AnswerReading` counts them; left out where that is not known. */
  readonly readTo?: number;
  /** Whether its parts are told one by one, to somebody who did not understand it. */
  readonly isStepByStep?: boolean;
}

/** What a customer does with what was just said, beside asking. */
export type DialogueAct =
  | 'next' // asks what comes next: "what now?"
  | 'not-solved' // it did not help, or was tried before
  | 'not-understood' // wants it simpler or shorter
  | 'let-go' // lets the matter go: "never mind", "no, rather not"
  | 'solved';

/** What a customer did: text (several short messages joined by line breaks), a tap on a choice, or files only. */
export interface CustomerInput {
  readonly text: string;
  readonly value: ChoiceValue | null;
  /** What the question that was tapped was offered for; left out where that is not known. */
  readonly offer?: Offer;
  /** Whether they tapped something that this conversation did not offer; then there is no `value`. */
  readonly hasLapsedTap?: boolean;
  readonly hasAttachments: boolean;
  /** What the channel says it is about: a message that is quoted, the title of a product. Left out for nothing. */
  readonly about?: { readonly messageId: string } | { readonly text: string };
  /** Language of the customer's page or app as the channel tells it, such as `nl-NL`; null where unknown. */
  readonly locale: string | null;
}

/** What endangers somebody or their money now. `medical` is somebody hurt or unwell, or a device they live by standing still. */
export type DangerKind =
  | 'suicide' // does not want to live, or harms themselves; also somebody whom the customer worries about
  | 'emergency-call' // help cannot be called
  | 'fire'
  | 'gas'
  | 'carbon-monoxide'
  | 'medical'
  | 'violence'
  | 'fraud' // money, codes, a number or an account in a swindler's hands
  | 'theft' // of a phone, a SIM card or a bank card, or its loss with misuse in sight
  | 'death'; // in the family: nobody is in danger, but it is no question

/** What is said first in one kind of danger, in one language. Markdown; telephone numbers are `tel:` links. */
export interface SafetyText {
  /** The number that helps, or what to do at once. */
  readonly text: string;
  /** The same in a line, where the whole was said before. */
  readonly again: string;
}

export type SafetyTexts = Readonly<Record<DangerKind, Readonly<Record<SpokenLanguage, SafetyText>>>>;

/** A question that was given to choose, and what the customer had asked. */
export interface Offer {
  readonly title: string;
  /** The question talked about then; null where there was none. */
  readonly question: string | null;
}

/** How a message is heard beyond exact words. */
export interface Ears {
  readonly hear: Hear;
  /** Of the message; null where none could be had, then words and letters tell. */
  readonly vectors: Parameters<Hear>[1];
  /** The company fact that a text asks for, null for none; `told` is the one it goes on from. Left out where there are no facts. */
  readonly factAsked?: (text: string, vector: Float32Array | null, told: string | null) => string | null;
}

/** What the customer wants, as far as words tell. */
export type Wish =
  | { readonly kind: 'danger'; readonly danger: DangerKind; readonly text: string }
  | {
      readonly kind: 'question';
      readonly text: string;
      readonly isFollowUp: boolean;
      /** It was said that this is something else: the question before is left out. */
      readonly isNewSubject?: true;
      /** It asks no more than whether the answer talked about still holds. */
      readonly asksIfStillTrue?: true;
      /** It sounds like what no company answers ("the capital of France"), or goes on from what was never said. */
      readonly sounds?: 'off-topic' | 'unclear';
    }
  | { readonly kind: 'act'; readonly act: DialogueAct; readonly text: string }
  | { readonly kind: 'choice'; readonly value: ChoiceValue; readonly offer?: Offer }
  | { readonly kind: 'lapsed-choice' } // tapped what this conversation did not offer, and said nothing else
  /** Asks for a person; `topic` is what they want to talk about, null where they do not say. */
  | { readonly kind: 'person'; readonly topic: string | null; readonly byPhone?: true }
  | {
      readonly kind: 'company-matter';
      readonly reason: MatterReason;
      readonly text: string;
      /** Whether only the company can help. Otherwise an answer that is sure enough still counts. */
      readonly isClear: boolean;
    }
  /** Asks what the company says of itself: opening hours, address, prices. */
  | { readonly kind: 'company-fact'; readonly fact: string; readonly text: string }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'yes' | 'no' | 'files-only' | 'nothing' }; // nothing: empty text, symbols only

/** Why what was said is for a person of the company. */
export type MatterReason = Extract<
  HandoffReason,
  'account' | 'order' | 'complaint' | 'sensitive' | 'sales' | 'abuse' | 'company-only'
>;

export type SmallTalk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'who-are-you'
  | 'how-are-you'
  | 'asks-for-help'
  | 'test'
  | 'insult-or-joke' // "I have a question", "can somebody help me": no question yet
  | 'off-topic'; // asks what no company answers

export interface Understanding {
  readonly wish: Wish;
  readonly mood: Mood;
  readonly language: SpokenLanguage;
  readonly isLanguageKnown: boolean;
  /** The language that the customer used where the bot does not speak it; null or left out for none. */
  readonly foreign?: ForeignLanguage | null;
}

/** Languages that the bot does not speak and has a sentence in, and every other. */
export type ForeignLanguage = 'de' | 'fr' | 'es' | 'it' | 'pt' | 'pl' | 'tr' | 'other';

/** What a turn found. */
export interface TurnFound extends SearchResult {
  /** Whether it was found for the text after the question before it; false where left out. */
  readonly hasContext?: boolean;
}

/** What the bot chose to do, and why. */
export type Decision =
  /** `isInThread`: a detail that the thread quoted last holds. */
  | { readonly kind: 'answer'; readonly hit: Hit; readonly isInThread?: true }
  | { readonly kind: 'answer-with-doubt'; readonly hit: Hit; readonly alternatives: readonly Hit[] }
  | { readonly kind: 'ask-back'; readonly options: readonly Hit[] }
  /** The next part of the answer shown, or its first alone. */
  | ({ readonly kind: 'read-on' | 'put-simply' } & PartsRead)
  /** `after`: what they asked of the answer shown, where it has no more of it. */
  | {
      readonly kind: 'offer-person';
      readonly reason: HandoffReason;
      readonly after?: 'next' | 'not-understood';
    }
  /** Without a priority the reason tells it. */
  | { readonly kind: 'hand-over'; readonly reason: HandoffReason; readonly priority?: HandoffPriority }
  /** The agent will read it; told once. What it tells of the matter heads the row where nothing was said of it before. */
  | { readonly kind: 'still-waiting'; readonly isTold: boolean; readonly tellsMatter?: boolean }
  | { readonly kind: 'keep-with-bot' } // the customer does not want a person after all
  | { readonly kind: 'tell-fact'; readonly fact: string }
  | { readonly kind: 'let-go' } // the customer wants nothing more of it
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'thank-for-feedback' }
  | { readonly kind: 'thank-for-solved' }
  | { readonly kind: 'thank-for-score' | 'ask-comment'; readonly handoffId: string }
  | { readonly kind: 'end-conversation' | 'start-anew' } // the customer has done, or wants all forgotten, whoever has them
  | { readonly kind: 'send-transcript'; readonly file: MessageFile | null } // null where none can be sent
  | { readonly kind: 'keep-comment'; readonly handoffId: string } // this text is said of the hand-off
  | { readonly kind: 'say-lapsed' } // the choice is not there any more
  | { readonly kind: 'ask-for-words' } // files only, nothing readable, or a yes/no to nothing
  | { readonly kind: 'apologise' }; // something went wrong inside

/** What follows from a decision. All of it is carried out in one transaction. */
export interface TurnOutcome {
  readonly decision: Decision;
  readonly state: TurnState;
  readonly messages: readonly OutgoingMessage[];
  /** The move of the hand-off this turn asks for; null for none. */
  readonly handoff: {
    readonly move: 'offer' | 'decline' | 'request' | 'cancel' | 'close';
    readonly reason: HandoffReason;
    /** How soon a person is needed; left out where the reason tells it. */
    readonly priority?: HandoffPriority;
    readonly question: string;
    readonly bestGuess: BestGuess | null;
  } | null;
  /** Feedback this turn carries; null for none. */
  readonly feedback: { readonly turnId: string; readonly isHelpful: boolean } | null;
  /** What it says of a hand-off that an agent closed: a score from 1 to 5, or that its text is a comment. Left out for nothing. */
  readonly rating?: { readonly handoffId: string; readonly score: number | 'comment' };
  /** Whether it says that what an agent closed stayed solved. Left out for nothing. */
  readonly solved?: { readonly handoffId: string; readonly isSolved: boolean };
}

/** What deciding takes beside the customer's words; all else that a turn must know is asked for when it is written. */
export type DecisionFacts = Pick<
  TurnFacts,
  'handoff' | 'promise' | 'isSearchable' | 'findItem' | 'readAnswer'
>;

/** What a turn must know beside the customer's words. */
export interface TurnFacts {
  /** Id of this turn, given before it runs. */
  readonly turnId: string;
  readonly now: Date;
  readonly botName: string;
  readonly companyName: string;
  /** The company as the customer's page calls it; left out where it does not. */
  readonly brand?: string;
  readonly handoff: HandoffState;
  /** The hand-off under way or ended last; nothing where left out. */
  readonly handoffId?: string | null;
  /** Place the customer would get in the queue, or has in it; 1 = next. */
  readonly queuePosition: number;
  /** Whether an agent is at the desk; where none is, nobody is promised. */
  readonly isAttended: boolean;
  /** When somebody is there again, outside the opening hours while nobody is; else, and where not known, nothing. */
  readonly backAt?: LocalMoment | null;
  /** What this customer was promised, or would be if they asked for a person now; nothing where left out. */
  readonly promise?: Promised | null;
  /** Until when that is, as customers are told it. */
  readonly promisedUntil?: LocalMoment | null;
  /** About how long they wait at that place; nothing where it cannot be said. */
  readonly waitMinutes?: number | null;
  /**
   * The agent who closed this matter of late, for who asks for a person again, and whether it is kept for them now; nothing
   * where left out.
   */
  readonly comesBackTo?: { readonly name: string; readonly isHere: boolean } | null;
  /** Answers older than this many months say so. */
  readonly oldAfterMonths: number;
  readonly safetyTexts: SafetyTexts;
  /** What the company says of itself, by the name of the fact; nothing where left out. Markdown. */
  readonly companyFacts?: Readonly<
    Record<string, Readonly<Record<SpokenLanguage, { readonly answer: string }>>>
  >;
  readonly isSearchable?: boolean; // whether there is an index to search; so where not given
  readonly isQueueFull?: true; // nobody more of the customer's network may ask for a person
  /** Finds an item again by id, for a choice that was tapped; null when it left the release. */
  readonly findItem: (itemId: string) => Hit['item'] | null;
  /** The answer of an item in parts; left out where answers are not cut. */
  readonly readAnswer?: (itemId: string) => AnswerReading | null;
}
