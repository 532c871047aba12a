import type { ChannelEvent } from '../contracts/channels.js';
import { type Conversation, isElsewhere } from '../conversations/conversation.js';
import { advanceSequence, saveTurnState } from '../store/conversations.js';
import { insertMessages } from '../store/messages/messages.js';
import { customerSaidAt, hasActivity } from '../store/messages/transcript.js';
import type { Write } from '../store/store.js';
import { clearTimer, setTimer } from '../store/timers.js';
import { moveHandoff, type Opening } from './move-handoff.js';
import { beginAnew } from './tell-news.js';

export interface ElsewhereRules {
  readonly now: Date;
  readonly expireMs: number;
  /** How long after the last word of that person the bot stays silent, in milliseconds. */
  readonly silentMs: number;
}

type Answered = Extract<ChannelEvent, { kind: 'answered-elsewhere' }>;

/** Where nobody asked for a person before one was there. */
const OPENING: Opening = { reason: 'elsewhere', question: '', bestGuess: null };

/**
 * A person of the company answers by other means than the desk: the conversation is theirs, and the bot is silent until
 * they have said nothing for a while. What they wrote belongs to the transcript.
 * @param conversation as read in this very transaction
 * @returns whether the bot falls silent by it
 */
export async function recordAnswerElsewhere(
  write: Write,
  conversation: Conversation,
  event: Answered,
  rules: ElsewhereRules,
): Promise<boolean> {
  const { now, expireMs, silentMs } = rules;
  if (isOver(conversation, event)) return false;
  if (event.text !== null && !(await addToTranscript(write, conversation, event, now))) return false;
  const isHeld = isElsewhere(conversation) && conversation.state === 'with-agent';
  if (!isHeld && (event.isAutomatic || (await isInstantReply(write, conversation.id, event)))) return false;
  const holder = { kind: 'elsewhere', name: event.place } as const;
  await moveHandoff(write, conversation, 'answer-elsewhere', { now, expireMs, holder, opening: OPENING });
  const isTheirs = conversation.state !== 'with-agent' || isElsewhere(conversation);
  if (!isTheirs) return false;
  await setTimer(write, 'end-elsewhere', conversation.id, new Date(now.getTime() + silentMs).toISOString());
  return !isHeld;
}

/** Nobody reads a first message and types an answer in this time. */
const INSTANT_MS = 10_000;
/** After so long without a word a customer begins anew, and instant replies come again. */
const QUIET_MS = 3_600_000;

/**
 * Whether words elsewhere are an instant reply of the page: all that the customer said lately was said within seconds
 * before. Somebody who answers a conversation under way may well send within seconds of its newest message.
 */
async function isInstantReply(
  write: Write,
  conversationId: string,
  { at, text }: Answered,
): Promise<boolean> {
  if (text === null) return false;
  const answeredMs = Date.parse(at);
  const since = new Date(answeredMs - QUIET_MS).toISOString();
  const saidAt = await customerSaidAt(write, conversationId, since);
  const isAnswered = saidAt.some((said) => Date.parse(said) <= answeredMs);
  return isAnswered && saidAt.every((said) => Date.parse(said) >= answeredMs - INSTANT_MS);
}

/**
 * That person has ended, or has been silent for long: the bot may speak again, and says first that it is a bot.
 * @returns whether there was anything to end
 */
export async function endElsewhere(
  write: Write,
  conversation: Conversation,
  rules: Pick<ElsewhereRules, 'now' | 'expireMs'>,
): Promise<boolean> {
  if (conversation.state !== 'with-agent' || !isElsewhere(conversation)) return false;
  await clearTimer(write, 'end-elsewhere', conversation.id);
  await moveHandoff(write, conversation, 'close', rules);
  const { turnState } = await beginAnew(write, conversation);
  if (turnState) await saveTurnState(write, conversation.id, { ...turnState, hasGreeted: false });
  return true;
}

/** Whether it tells of a time that has ended: channels deliver late, and again. */
function isOver(conversation: Conversation, event: Answered): boolean {
  const endedAt = isElsewhere(conversation) ? conversation.handoff?.endedAt : null;
  return typeof endedAt === 'string' && event.at <= endedAt;
}

/** @returns whether it is new */
async function addToTranscript(
  write: Write,
  conversation: Conversation,
  event: Answered,
  now: Date,
): Promise<boolean> {
  if (event.activityId !== null && (await hasActivity(write, conversation.id, event.activityId)))
    return false;
  const text = event.text ?? '';
  await insertMessages(write, [
    {
      conversationId: conversation.id,
      sequence: await advanceSequence(write, conversation.id, 1),
      direction: 'out',
      speakerKind: 'agent',
      speakerName: event.place,
      text,
      message: { text, source: null },
      activityId: event.activityId,
      status: 'sent',
      createdAt: now.toISOString(),
      sentAt: event.at,
      saidAt: event.at,
    },
  ]);
  return true;
}
