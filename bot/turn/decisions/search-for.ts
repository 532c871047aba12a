import type { SpokenLanguage } from '../../contracts/messages.js';
import type { DialogueAct, Offer, TurnState, Understanding, Wish } from '../contracts.js';
import { wordsOf } from '../understanding/normalise.js';
import { LIMITS } from './limits.js';

/** A search that a turn needs. Of both texts the better result counts where `withContext` is given (follow-ups). */
export interface TurnSearch {
  readonly text: string;
  readonly withContext: string | null;
  readonly exclude: readonly string[];
  /** Language of the text where the customer's words told it; null where only the page did, or the text is not theirs. */
  readonly language: SpokenLanguage | null;
  /** Whether the turn goes on without it: a failed search only costs the agent a first suggestion. */
  readonly isOptional: boolean;
}

/** Longer texts say what they are about themselves. In words. */
const LONGEST_IN_CONTEXT = 20;

/**
 * The search a turn needs; null when none is needed.
 *
 * Where a person takes over, the question is searched as well, so that the agent sees what the bot would have said.
 */
export function searchFor(understanding: Understanding, state: TurnState): TurnSearch | null {
  const { wish } = understanding;
  const language = understanding.isLanguageKnown && !understanding.foreign ? understanding.language : null;
  switch (wish.kind) {
    case 'question':
      if (wish.asksIfStillTrue) return searchForStanding(state, language);
      return {
        text: wish.text,
        withContext: mayGoOn(wish, state) ? questionInContext(wish.text, state) : null,
        exclude: wish.isFollowUp ? state.rejectedItemIds : [],
        language,
        isOptional: false,
      };
    case 'company-matter':
      return { text: wish.text, withContext: null, exclude: [], language, isOptional: wish.isClear };
    case 'act':
      return searchForAct(wish.act, state, language);
    case 'person':
      return suggestionFor(wish.topic ?? state.question, state, language);
    case 'choice':
      return searchForChoice(wish, state, language);
    default:
      return null;
  }
}

/** A follow-up with the question before it, as it is searched and remembered; the text itself where none is known. */
export function questionInContext(text: string, state: TurnState): string {
  const before = contextOf(state);
  return before === null ? text : `${before} ${text}`;
}

/** The question before, as a follow-up is searched with it. */
export function contextOf({ question }: TurnState): string | null {
  return question === null ? null : question.slice(0, LIMITS.contextLength).trim();
}

/**
 * Whether a question may go on from the one before. Wording tells too seldom ("iphone?" after a question about Android),
 * so that both readings are searched and what is found decides. After a rejected answer only a text that says so itself
 * goes on: the question before would find that answer again.
 */
function mayGoOn(wish: Extract<Wish, { kind: 'question' }>, state: TurnState): boolean {
  if (wish.isNewSubject) return false;
  if (wish.isFollowUp) return true;
  if (state.question === null || state.rejectedItemIds.length > 0) return false;
  return wordsOf(wish.text).length <= LONGEST_IN_CONTEXT;
}

/** The question talked about, whose answer is asked about: it is told again, whatever else is found. */
function searchForStanding({ question }: TurnState, language: SpokenLanguage | null): TurnSearch | null {
  return question === null
    ? null
    : { text: question, withContext: null, exclude: [], language, isOptional: true };
}

/** Another answer to the question talked about, where the one shown may not be enough. */
function searchForAct(
  act: DialogueAct,
  state: TurnState,
  language: SpokenLanguage | null,
): TurnSearch | null {
  if (act === 'let-go' || state.question === null) return null;
  const exclude = [...state.rejectedItemIds, ...(state.answer ? [state.answer.itemId] : [])];
  return { text: state.question, withContext: null, exclude, language, isOptional: true };
}

function searchForChoice(
  { value, offer }: Extract<Wish, { kind: 'choice' }>,
  state: TurnState,
  language: SpokenLanguage | null,
): TurnSearch | null {
  switch (value.action) {
    case 'pick-item':
      return searchForItem(value.itemId, state, offer);
    case 'feedback': {
      const isCurrent = state.answer?.turnId === value.turnId;
      // One rejected answer leads to the next best one; a second one leads to a person.
      const isFirst = state.rejectedItemIds.length === 0;
      if (value.isHelpful || !isCurrent || state.question === null) return null;
      const exclude = [...state.rejectedItemIds, ...(state.answer ? [state.answer.itemId] : [])];
      return { text: state.question, withContext: null, exclude, language, isOptional: !isFirst };
    }
    case 'none-of-these':
    case 'request-person':
      return suggestionFor(state.question, state, language);
    default:
      return null;
  }
}

/**
 * The question as it was shown finds the item that was chosen, and the passage that answers it. It is in the community's
 * words, so the customer's language tells nothing of it.
 */
function searchForItem(itemId: string, state: TurnState, offer: Offer | undefined): TurnSearch | null {
  const shown = state.openChoices.find(
    ({ value }) => value.action === 'pick-item' && value.itemId === itemId,
  );
  const text = offer?.title ?? shown?.title ?? state.question;
  return text === null ? null : { text, withContext: null, exclude: [], language: null, isOptional: true };
}

function suggestionFor(
  question: string | null,
  state: TurnState,
  language: SpokenLanguage | null,
): TurnSearch | null {
  if (question === null) return null;
  return { text: question, withContext: null, exclude: state.rejectedItemIds, language, isOptional: true };
}
