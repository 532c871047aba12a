import type { ChannelNote } from '../contracts/channels.js';
import { type Conversation, isElsewhere } from '../conversations/conversation.js';
import { advanceSequence, saveTurnState } from '../store/conversations.js';
import { insertMessages } from '../store/messages/messages.js';
import { hasActivity } from '../store/messages/transcript.js';
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

type Answered = Extract<ChannelNote, { kind: 'answered-elsewhere' }>;

/** Where nobody asked for a person before one was there. */
const OPENING: Opening = { reason: 'elsewhere', question: '', bestGuess: null };

/**
 * A person of the company answers by other means than the desk: the conversation is theirs, and the bot is silent until
 * they have said nothing for a while. What they wrote belongs to the transcript.
 * @param conversation as read in this very transaction
 */
export async function noteAnswerElsewhere(
  write: Write,
  conversation: Conversation,
  note: Answered,
  rules: ElsewhereRules,
): Promise<void> {
  const { now, expireMs, silentMs } = rules;
  if (isOver(conversation, note)) return;
  if (note.text !== null && !(await addToTranscript(write, conversation, note, now))) return;
  const holder = { kind: 'elsewhere', name: note.place } as const;
  await moveHandoff(write, conversation, 'answer-elsewhere', { now, expireMs, holder, opening: OPENING });
  const isTheirs = conversation.state !== 'with-agent' || isElsewhere(conversation);
  if (!isTheirs) return;
  await setTimer(write, 'end-elsewhere', conversation.id, new Date(now.getTime() + silentMs).toISOString());
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
function isOver(conversation: Conversation, note: Answered): boolean {
  const endedAt = isElsewhere(conversation) ? conversation.handoff?.endedAt : null;
  return typeof endedAt === 'string' && note.at <= endedAt;
}

/** @returns whether it is new */
async function addToTranscript(
  write: Write,
  conversation: Conversation,
  note: Answered,
  now: Date,
): Promise<boolean> {
  if (note.activityId !== null && (await hasActivity(write, conversation.id, note.activityId))) return false;
  const text = note.text ?? '';
  await insertMessages(write, [
    {
      conversationId: conversation.id,
      sequence: await advanceSequence(write, conversation.id, 1),
      direction: 'out',
      speakerKind: 'agent',
      speakerName: note.place,
      text,
      message: { text, source: null },
      activityId: note.activityId,
      status: 'sent',
      createdAt: now.toISOString(),
      sentAt: note.at,
      saidAt: note.at,
    },
  ]);
  return true;
}
