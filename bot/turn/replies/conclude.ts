import type { OutgoingMessage } from '../../contracts/messages.js';
import { plainTree, said } from '../../said.js';
import type { Decision, TurnFacts, TurnFound, TurnOutcome, TurnState, Understanding } from '../contracts.js';
import { languageNoteIn } from '../phrases/language-note.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { botMessage } from './bot-message.js';
import { greet, namesIn } from './greet.js';
import { replyToFullQueue } from './handover/reply-to-full-queue.js';
import type { Reply, ReplyBase } from './reply.js';
import { replyFor } from './reply-for.js';

/**
 * What follows from a decision: the messages in the customer's language, the next state, the move of the hand-off, and
 * the feedback this turn carries.
 */
export function conclude(
  decision: Decision,
  understanding: Understanding,
  state: TurnState,
  facts: TurnFacts,
  found: TurnFound | null,
): TurnOutcome {
  const { language, isLanguageKnown } = understanding;
  const parts = { decision, understanding, state, facts, found };
  const wanted = replyFor(parts);
  const isRefused = facts.isQueueFull === true && wanted.handoff?.move === 'request';
  const reply = isRefused ? replyToFullQueue(parts, wanted) : wanted;
  const said = introduced(reply, decision, { understanding, state, facts });
  const languageNote = noteOfLanguage({ understanding, state, facts });
  const messages = languageNote && said.length > 0 ? [languageNote, ...said] : said;
  return {
    decision,
    state: {
      ...state,
      // Only the very next text is a comment, or goes on from a fact.
      commentsOn: null,
      toldFact: null,
      ...reply.changes,
      language,
      isLanguageKnown,
      mood: moodAfter(understanding, state),
      hasGreeted: state.hasGreeted || messages.length > 0,
      ...(state.hasGreeted || messages.length === 0 ? {} : { introducedBy: facts.turnId }),
      hasToldLanguage: state.hasToldLanguage || languageNote !== null,
    },
    messages,
    handoff: reply.handoff ?? null,
    feedback: feedbackIn(understanding),
    ...ratingIn(decision, understanding),
    ...solvedIn(understanding),
  };
}

/** The welcome of a customer who opened the chat; says nothing a second time. */
export function welcome(state: TurnState, facts: TurnFacts): TurnOutcome {
  const understanding = silentUnderstanding(state);
  const { messages, changes }: Reply = state.hasGreeted ? { messages: [] } : greet({ understanding, facts });
  return {
    decision: { kind: 'welcome' },
    state: { ...state, ...changes, ...(messages.length === 0 ? {} : { introducedBy: facts.turnId }) },
    messages,
    handoff: null,
    feedback: null,
  };
}

/** Something went wrong inside: says so and offers a person. */
export function apologise(state: TurnState, facts: TurnFacts): TurnOutcome {
  return conclude({ kind: 'apologise' }, silentUnderstanding(state), state, facts, null);
}

/** Puts the introduction in front of the bot's first words, once. */
function introduced(
  { messages }: Reply,
  decision: Decision,
  { understanding, state, facts }: Pick<ReplyBase, 'understanding' | 'state' | 'facts'>,
): readonly OutgoingMessage[] {
  const [first, ...others] = messages;
  const introducesItself =
    decision.kind === 'welcome' ||
    (decision.kind === 'small-talk' && (decision.talk === 'greeting' || decision.talk === 'who-are-you'));
  // In front of the number that helps stands nothing; that this is a bot follows it.
  const isDanger = understanding.wish.kind === 'danger';
  if (!first || state.hasGreeted || introducesItself || isDanger) return messages;
  const phrases = phrasesOf(understanding.language);
  // What speaks of a person itself need not say before how to reach one.
  const speaksOfPerson =
    decision.kind === 'hand-over' || decision.kind === 'offer-person' || decision.kind === 'apologise';
  const introduce = speaksOfPerson ? phrases.introductionAlone : phrases.introduction;
  const words = introduce(namesIn(facts));
  if (first.isQuote) return [botMessage(facts.botName, understanding.language, words), ...messages];
  return [{ ...first, ...said([...plainTree(words), ...first.tree]) }, ...others];
}

/**
 * What happens, in the customer's own language or in English, before the first reply to somebody whose language the bot does
 * not speak; null where it was said, where danger comes first, and where a person is waited for.
 */
function noteOfLanguage({
  understanding,
  state,
  facts,
}: Pick<ReplyBase, 'understanding' | 'state' | 'facts'>) {
  const { foreign, wish, language } = understanding;
  if (!foreign || state.hasToldLanguage || wish.kind === 'danger' || facts.handoff === 'waiting') return null;
  return botMessage(facts.botName, language, languageNoteIn(foreign, language));
}

/** Annoyed from the first angry message on; an answer that helped ends it. */
function moodAfter(understanding: Understanding, state: TurnState): TurnState['mood'] {
  if (understanding.mood === 'annoyed') return 'annoyed';
  return feedbackIn(understanding)?.isHelpful ? 'calm' : state.mood;
}

function feedbackIn({ wish }: Understanding): TurnOutcome['feedback'] {
  if (wish.kind !== 'choice' || wish.value.action !== 'feedback') return null;
  return { turnId: wish.value.turnId, isHelpful: wish.value.isHelpful };
}

function ratingIn(decision: Decision, { wish }: Understanding): Pick<TurnOutcome, 'rating'> {
  if (decision.kind === 'keep-comment')
    return { rating: { handoffId: decision.handoffId, score: 'comment' } };
  if (wish.kind !== 'choice' || wish.value.action !== 'score-handoff') return {};
  return { rating: { handoffId: wish.value.handoffId, score: wish.value.score } };
}

function solvedIn({ wish }: Understanding): Pick<TurnOutcome, 'solved'> {
  if (wish.kind !== 'choice' || wish.value.action !== 'stays-solved') return {};
  const { handoffId, isSolved } = wish.value;
  return { solved: { handoffId, isSolved } };
}

/** The understanding of a turn in which nothing was said. */
function silentUnderstanding({ language, isLanguageKnown }: TurnState): Understanding {
  return { wish: { kind: 'nothing' }, mood: 'calm', language, isLanguageKnown };
}
