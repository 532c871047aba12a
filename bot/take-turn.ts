import { randomUUID } from 'node:crypto';
import type { Hear } from '../index/contracts/hearing.js';
import { isCoded } from '../index/platform/errors.js';
import type { Log } from '../index/platform/log.js';
import { tellSpan } from '../index/platform/telemetry/spans.js';
import { carryOut } from './carry-out.js';
import type { FactFinder } from './company/fact-finder.js';
import type { FilterFor } from './company/search-filters.js';
import type { BotWatch } from './contracts/bot-watch.js';
import { type Addressed, type Conversation, isElsewhere, isGroup } from './conversations/conversation.js';
import { type EarlierTurn, earlierTurn, stateBefore, unlessSaid } from './corrections/answer-anew.js';
import { findForTurn } from './find-for-turn.js';
import { markDanger } from './handoff/mark-danger.js';
import { type Promises, resumePromise } from './handoff/promises.js';
import { concludeAtPlace, type PlaceParts } from './handoff/waits/conclude-at-place.js';
import { hastenWake } from './handoff/wake-up.js';
import { listen } from './listen.js';
import type { TranscriptFiles } from './mail/transcript-file.js';
import type { Doors } from './outbox/doors.js';
import { goingOn, leadOn } from './reception/context/lead-on.js';
import { toInput } from './reception/group-messages.js';
import { holdTapToOffer } from './reception/hold-tap-to-offer.js';
import { findConversation, lockConversation } from './store/conversations.js';
import { rememberWait } from './store/handoffs/wait-rows.js';
import { areAsRead, type PendingMessage } from './store/messages/inbox.js';
import { markHandled } from './store/messages/messages.js';
import { quietSince } from './store/messages/transcript.js';
import type { Store } from './store/store.js';
import type {
  DecisionFacts,
  TurnFacts,
  TurnFound,
  TurnOutcome,
  TurnState,
  Understanding,
} from './turn/contracts.js';
import {
  apologise,
  conclude,
  dangerTold,
  decide,
  decideDanger,
  isCommand,
  onPage,
  pageSpeaks,
  remindOfMention,
  stateFrom,
  understand,
  welcome,
} from './turn/turn.js';
import { wordsOfWish } from './turn/understanding/words-of-wish.js';
import { decisionFactsOf, type FactParts, factsOf } from './turn-facts.js';
import { customerIdentity } from './verdicts/customer-identity.js';
import type { RawVerdict } from './verdicts/raw-verdict.js';
import type { VerdictRecorder } from './verdicts/verdict-recorder.js';

export interface TurnParts extends FactParts, Pick<PlaceParts, 'addressBound'> {
  readonly store: Store;
  readonly hear: Hear;
  readonly verdicts: Pick<VerdictRecorder, 'record'>;
  readonly log: Log;
  readonly doors: Doors;
  readonly factFinder: Pick<FactFinder, 'find'>;
  readonly promises: Pick<Promises, 'run'>;
  readonly transcripts: TranscriptFiles;
  /** What may be found, by where a question comes from. */
  readonly filterFor: FilterFor;
  readonly watch: BotWatch;
}

export type TurnResult =
  | 'told' // the bot has something in the outbox
  | 'silent' // a person has the conversation, or there was nothing to say
  | 'changed' // its messages are not as they were read: they are to be read anew
  | 'left' // the program ends: its next run takes the turn
  | 'unwritten'; // the store failed: nothing could be kept, nothing is in the outbox

/** How a turn ended, and the conversation as it is then; null where it is not there any more. */
export interface TurnEnd {
  readonly result: TurnResult;
  readonly conversation: Addressed | null;
}

/** What a turn has found out before it is written. */
interface TurnFindings {
  readonly question: string;
  readonly understanding: Understanding | null;
  readonly found: TurnFound | null;
  /** The turn that answered the question before its customer changed it; left out where they did not. */
  readonly earlier?: EarlierTurn | null;
  readonly conclude: (state: TurnState, facts: TurnFacts) => TurnOutcome;
}

/**
 * Takes one turn: understands what was said, searches, decides, and writes all that follows in one transaction.
 * A failure is logged without the customer's words and answered with an apology, which is written the same way.
 * @param conversation as it was read just now
 * @param messages waiting messages that are one question
 */
export async function takeTurn(
  parts: TurnParts,
  conversation: Conversation,
  messages: readonly PendingMessage[],
): Promise<TurnEnd> {
  return attempt(parts, conversation, messages, async (kept, facts) => {
    const earlier = await earlierTurn(parts.store, conversation.id, messages);
    const input = await holdTapToOffer(parts.store, conversation.id, toInput(messages));
    const led = await leadOn(parts.store, conversation.id, stateBefore(kept, earlier), input);
    const { state } = led;
    const heardAlone = understand(input, state, facts.handoff, await listen(parts, input));
    const understanding = goingOn(heardAlone, led);
    const heard = onPage(state, input.locale);
    const filter = parts.filterFor({
      channel: conversation.channelId,
      page: conversation.reference.page?.address ?? null,
      language: understanding.language,
    });
    const { found, isSearchable } = await findForTurn(parts, understanding, heard, filter);
    const decided = decide(understanding, heard, found, { ...facts, isSearchable });
    const decision = await parts.transcripts.withFile(decided, conversation, understanding.language);
    return {
      question: wordsOfWish(understanding.wish) ?? input.text,
      understanding,
      found,
      earlier,
      conclude: (_, exact) => unlessSaid(conclude(decision, understanding, heard, exact, found), earlier),
    };
  });
}

/** How long nothing was said before somebody who comes in again is welcomed again. */
const QUIET_MS = 3_600_000;

/**
 * Welcomes a customer who came in: once, again where they come back to a conversation that has been quiet, and anew where
 * the language of their page became known only now and they have not written yet.
 */
export async function greetCustomer(
  parts: TurnParts,
  conversation: Conversation,
  locale: string | null,
): Promise<TurnEnd> {
  return attempt(parts, conversation, [], async (state, facts) => {
    const isNews =
      pageSpeaks(state, locale).language !== state.language && conversation.customerWroteAt === null;
    const isBack =
      facts.handoff !== 'waiting' &&
      (await quietSince(parts.store, conversation.id)) <= parts.clock.now().getTime() - QUIET_MS;
    if (state.hasGreeted && !isBack && !isNews) return null;
    const anew = (current: TurnState, exact: TurnFacts) =>
      welcome({ ...pageSpeaks(current, locale), hasGreeted: false }, exact);
    return { question: '', understanding: null, found: null, conclude: anew };
  });
}

/** Says sorry for messages that could not be handled. */
export async function giveUp(
  parts: TurnParts,
  conversation: Conversation,
  messages: readonly PendingMessage[],
): Promise<TurnEnd> {
  const { text } = toInput(messages);
  return attempt(parts, conversation, messages, async () => apology(text));
}

type ConsiderTurn = (state: TurnState, facts: DecisionFacts) => Promise<TurnFindings | null>;

async function attempt(
  parts: TurnParts,
  conversation: Conversation,
  messages: readonly PendingMessage[],
  consider: ConsiderTurn,
): Promise<TurnEnd> {
  const conversationId = conversation.id;
  try {
    return await run(parts, conversation, messages, consider);
  } catch (error) {
    if (isCoded(error, 'EMBEDDER_ENDED')) {
      // The program is about to end and to be started anew: its next run answers, which is better than an apology.
      parts.log.warn('A turn is left to the next run.', { conversationId, error });
      return { result: 'left', conversation };
    }
    parts.log.error('A turn failed; the customer is told so.', { conversationId, error });
  }
  try {
    return await run(parts, conversation, messages, async () => apology(toInput(messages).text));
  } catch (error) {
    parts.log.error('A failed turn could not be written down.', { conversationId, error });
    return { result: 'unwritten', conversation };
  }
}

function apology(question: string): TurnFindings {
  return { question, understanding: null, found: null, conclude: apologise };
}

async function run(
  parts: TurnParts,
  conversation: Conversation,
  messages: readonly PendingMessage[],
  consider: ConsiderTurn,
): Promise<TurnEnd> {
  const startedAt = parts.clock.now();
  const turnId = randomUUID();
  let seen: Conversation | null = conversation;
  while (seen) {
    const isForBot = isCommand(toInput(messages)) && !isElsewhere(seen);
    const isTheirs = seen.state === 'with-agent' && !isForBot;
    const findings = isTheirs
      ? null
      : await consider(
          stateFrom(seen.turnState, seen.reference.locale),
          decisionFactsOf(parts.knowledgeBase, seen),
        );
    const end = await write(parts, seen, messages, findings, { turnId, startedAt });
    if (end !== 'moved meanwhile') return end;
    seen = await findConversation(parts.store, conversation.id);
  }
  return { result: 'silent', conversation: null };
}

/** Writes what a turn came to, unless an agent moved the hand-off while it was decided. */
async function write(
  parts: TurnParts,
  seen: Conversation,
  messages: readonly PendingMessage[],
  findings: TurnFindings | null,
  { turnId, startedAt }: { turnId: string; startedAt: Date },
): Promise<TurnEnd | 'moved meanwhile'> {
  const { store, clock, settings } = parts;
  const now = clock.now();
  const expireMs = settings.HANDOFF_EXPIRE_MINUTES * 60_000;
  let verdicts: readonly RawVerdict[] = [];
  let decided: string | null = null;
  const end = await store.transaction().execute(async (transaction): Promise<TurnEnd | 'moved meanwhile'> => {
    const current = await lockConversation(transaction, seen.id, now.toISOString());
    if (!current) return { result: 'silent', conversation: null };
    if (current.state !== seen.state || current.handoff?.id !== seen.handoff?.id) return 'moved meanwhile';
    // The customer took one back, or changed it: what was decided is about words that nobody says any more.
    if (!(await areAsRead(transaction, messages))) return { result: 'changed', conversation: current };
    if (!findings) {
      await markHandled(transaction, messages, null, now.toISOString());
      const told = dangerTold(toInput(messages).text, parts.hear);
      if (messages.length > 0) {
        await resumePromise(transaction, current, parts.promises);
        await hastenWake(transaction, current, now);
      }
      if (current.handoff && told) await markDanger(transaction, current.handoff, decideDanger(told));
      return { result: 'silent', conversation: current };
    }
    // Told is the place that the customer really gets: nobody else can enter the queue before this has ended.
    const facts = await factsOf(parts, transaction, current, turnId);
    const { question, understanding, found, earlier = null } = findings;
    const state = stateFrom(current.turnState, current.reference.locale);
    const {
      outcome: concluded,
      reopening,
      wait,
    } = await concludeAtPlace(parts, transaction, current, (exact) => findings.conclude(state, exact), facts);
    const outcome = isGroup(current)
      ? { ...concluded, messages: remindOfMention(concluded.messages, !state.hasGreeted) }
      : concluded;
    const turn = { id: turnId, question, messages, understanding, found, earlier, outcome, startedAt, now };
    const { routing } = parts.rules;
    const promise = facts.promise ?? null;
    const rules = { expireMs, promise, routing, reopening, doors: parts.doors };
    const carriedOut = await carryOut(transaction, current, turn, rules);
    verdicts = carriedOut.verdicts;
    decided = outcome.decision.kind;
    if (wait) await rememberWait(transaction, current.id, wait.until);
    return {
      result: outcome.messages.length > 0 ? 'told' : 'silent',
      conversation: { ...current, state: carriedOut.state },
    };
  });
  const { id: conversationId, channelId, reference, language, customerName } = seen;
  const seconds = (clock.now().getTime() - startedAt.getTime()) / 1_000;
  tellSpan({ 'bot.decision': decided ?? 'none' });
  if (decided !== null) parts.watch.turnEnded({ channelId, decision: decided, seconds });
  const person = customerIdentity(reference);
  parts.verdicts.record({ conversationId, language: language ?? 'nl', customerName, person }, verdicts);
  return end;
}
