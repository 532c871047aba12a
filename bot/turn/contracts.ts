import type { Hit } from '../../index/contracts.js';
import type {
  BestGuess,
  Choice,
  ChoiceValue,
  HandoffReason,
  HandoffState,
  OutgoingMessage,
  SpokenLanguage,
} from '../contracts.js';

/** What the bot remembers of a conversation between turns; stored as JSON. Times are ISO 8601 in UTC. */
export interface TurnState {
  readonly language: SpokenLanguage;
  /** Whether the language was recognised from the customer's own words, not only taken from the page. */
  readonly isLanguageKnown: boolean;
  readonly hasGreeted: boolean;
  /** The question talked about now, as it was searched; null at the start and after a closed hand-off. */
  readonly question: string | null;
  /** Items shown for this question and rejected, or passed over with "none of these". */
  readonly rejectedItemIds: readonly string[];
  /** The answer shown last for this question, null before the first. */
  readonly answer: { readonly turnId: string; readonly itemId: string } | null;
  /** The choices that stand open, so that a typed title or number is understood as a tap. */
  readonly openChoices: readonly Choice[];
  /** How often in a row the bot did not answer (asked back, offered a person). */
  readonly misses: number;
}

/** What a customer did: text (several short messages joined by line breaks), a tap on a choice, or files only. */
export interface CustomerInput {
  readonly text: string;
  readonly value: ChoiceValue | null;
  readonly hasAttachments: boolean;
  /** Language of the customer's page or app as the channel tells it, such as `nl-NL`; null where unknown. */
  readonly locale: string | null;
}

/** What the customer wants, as far as words tell. */
export type Wish =
  | { readonly kind: 'question'; readonly text: string; readonly isFollowUp: boolean }
  | { readonly kind: 'choice'; readonly value: ChoiceValue }
  | { readonly kind: 'person' } // asks for a person
  | {
      readonly kind: 'company-matter';
      readonly reason: 'account' | 'order' | 'complaint';
      readonly text: string;
    }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'files-only' }
  | { readonly kind: 'nothing' }; // empty text, symbols only

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'who-are-you' | 'how-are-you';

export interface Understanding {
  readonly wish: Wish;
  readonly language: SpokenLanguage;
  readonly isLanguageKnown: boolean;
}

/** A search that a turn needs. Of both texts the better result counts where `withContext` is given (follow-ups). */
export interface TurnSearch {
  readonly text: string;
  readonly withContext: string | null;
  readonly exclude: readonly string[];
}

/** What the bot chose to do, and why. */
export type Decision =
  | { readonly kind: 'answer'; readonly hit: Hit }
  | { readonly kind: 'answer-with-doubt'; readonly hit: Hit; readonly alternatives: readonly Hit[] }
  | { readonly kind: 'ask-back'; readonly options: readonly Hit[] }
  | { readonly kind: 'offer-person'; readonly reason: HandoffReason }
  | { readonly kind: 'hand-over'; readonly reason: HandoffReason }
  | { readonly kind: 'keep-with-bot' } // the customer does not want a person after all
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'thank-for-feedback' }
  | { readonly kind: 'ask-for-words' } // files only, nothing readable, or a yes/no to nothing
  | { readonly kind: 'apologise' }; // something went wrong inside

/** What follows from a decision. All of it is carried out in one transaction. */
export interface TurnOutcome {
  readonly decision: Decision;
  readonly state: TurnState;
  readonly messages: readonly OutgoingMessage[];
  /** The move of the hand-off this turn asks for; null for none. */
  readonly handoff: {
    readonly move: 'offer' | 'decline' | 'request' | 'cancel';
    readonly reason: HandoffReason;
    readonly question: string;
    readonly bestGuess: BestGuess | null;
  } | null;
  /** Feedback this turn carries; null for none. */
  readonly feedback: { readonly turnId: string; readonly isHelpful: boolean } | null;
}

/** What a turn must know beside the customer's words. */
export interface TurnFacts {
  /** Id of this turn, given before it runs. */
  readonly turnId: string;
  readonly now: Date;
  readonly botName: string;
  readonly companyName: string;
  readonly handoff: HandoffState;
  /** Place the customer would get in the queue, or has in it; 1 = next. */
  readonly queuePosition: number;
  /** Answers older than this many months say so. */
  readonly oldAfterMonths: number;
  /** Finds an item again by id, for a choice that was tapped; null when it left the release. */
  readonly findItem: (itemId: string) => Hit['item'] | null;
}
