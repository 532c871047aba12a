import { saidInTurn } from '../../store/messages/message-of-activity.js';
import type { Store } from '../../store/store.js';
import type { CustomerInput, TurnState, Understanding } from '../../turn/contracts.js';
import { normalise, wordsOf } from '../../turn/understanding/normalise.js';
import { topicWordsOf } from '../../turn/understanding/topic-words.js';

/** The state in which a turn is considered whose customer points at something, and whether they do. */
interface Led {
  readonly state: TurnState;
  readonly isLed: boolean;
}

/** As much of quoted words as a question is searched with, in UTF-16 units. */
const LONGEST = 300;

/**
 * Lets a customer go on from what they quote: of an answer its question and its item count as what is talked about, of other
 * people's words, and of a product, they themselves do. What the bot said beside answers ("how can I help?") is no subject.
 */
export async function leadOn(
  store: Store,
  conversationId: string,
  state: TurnState,
  { about, value }: Pick<CustomerInput, 'about' | 'value'>,
): Promise<Led> {
  if (about === undefined || value !== null) return { state, isLed: false };
  if ('text' in about) return aboutWords(state, about.text);
  const said = await saidInTurn(store, conversationId, about.messageId);
  if (said === null) return { state, isLed: false };
  const { turnId, itemId, speakerKind } = said;
  if (speakerKind !== 'bot') return aboutWords(state, said.text);
  // Quoting the answer shown last changes nothing but that it is meant.
  if (turnId === null || itemId === null) return { state, isLed: false };
  if (state.answer?.turnId === turnId) return { state, isLed: true };
  const question = said.wholeQuestion ?? said.question;
  if (!question) return { state, isLed: false };
  return { state: { ...state, question, answer: { turnId, itemId }, rejectedItemIds: [] }, isLed: true };
}

function aboutWords(state: TurnState, text: string): Led {
  const question = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  if (question === '') return { state, isLed: false };
  return { state: { ...state, question, answer: null, rejectedItemIds: [] }, isLed: true };
}

/**
 * A question with something pointed at goes on from it, however it is worded; with an answer, it may ask no more than whether
 * that still holds. Pure.
 * @param state as `leadOn` led it
 */
export function goingOn(understanding: Understanding, { state, isLed }: Led): Understanding {
  const { wish } = understanding;
  if (!isLed || wish.kind !== 'question' || wish.isNewSubject) return understanding;
  const asksIfStillTrue = state.answer !== null && topicWordsOf(wish.text).every((word) => HOLDS.has(word));
  return {
    ...understanding,
    wish: {
      ...wish,
      isFollowUp: true,
      ...(asksIfStillTrue && asksHolding(wish.text) ? { asksIfStillTrue } : {}),
    },
  };
}

/** Words by which somebody asks whether what was said holds. */
const HOLDS = new Set(
  (
    'klopt kloppen geldt gelden geldig actueel juist correct waar zeker goed recent toepassing vandaag tegenwoordig ' +
    'true valid right applies apply current date uptodate accurate case today nowadays'
  ).split(' '),
);

const STILL_SO = /\b(?:nog (?:steeds |altijd )?zo|still (?:so|works?|like (?:this|that))|up to date)\b/;

function asksHolding(text: string): boolean {
  return wordsOf(text).some((word) => HOLDS.has(word)) || STILL_SO.test(normalise(text));
}
