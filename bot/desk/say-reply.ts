import { addressOfPicture } from '../accounts/profile/picture-address.js';
import type { DeliveryProblem } from '../contracts/channels.js';
import type { DeskAgent, DeskMessage } from '../contracts/desk.js';
import type { MessageFile } from '../contracts/message-file.js';
import type { OutgoingMessage, Speaker } from '../contracts/messages.js';
import type { Conversation } from '../conversations/conversation.js';
import { pausePromise } from '../handoff/promises.js';
import { languageOf } from '../handoff/tell-news.js';
import { mailReply } from '../mail/mailing.js';
import type { Doors } from '../outbox/doors.js';
import { queueMessages } from '../outbox/queue-messages.js';
import { plainTree, said } from '../said.js';
import { pictureIdOf } from '../store/accounts/agent-pictures.js';
import { markFilesSaid, unsaidFiles } from '../store/files/files.js';
import { replyUnder, saidByOthersAfter } from '../store/messages/transcript.js';
import { deleteReplyDraft } from '../store/reply-drafts.js';
import type { Write } from '../store/store.js';
import { clearTimer } from '../store/timers.js';
import type { Acted } from './desk-actions.js';
import { deskMessages } from './desk-messages.js';
import { judgeByReply } from './guess-verdict.js';
import { channelConversationOf, takesFiles } from './may-attach.js';
import { conflict, DONE, isHeldNowBy } from './who-may-act.js';

/** The newest messages that a reply is held back with. */
const MOST_NEWER = 50;

interface Saying {
  readonly agent: DeskAgent;
  readonly reply: {
    readonly text: string;
    readonly key: string;
    /** The newest message that its author saw; undefined where that is not known. */
    readonly seenId: string | undefined;
    readonly fileIds: readonly string[];
  };
  readonly now: Date;
  readonly doors: Doors;
}

/** How saying a reply ended. */
interface Said extends Acted {
  /** Whether it was said just now, and not before under its key. */
  readonly isNew?: true;
}

/** Says an agent's reply, once under its key, unless somebody else said more than its author saw. */
export async function sayReply(write: Write, conversation: Conversation, saying: Saying): Promise<Said> {
  const { agent, reply, now, doors } = saying;
  const { text, key, seenId, fileIds } = reply;
  // Asked first: a reply that was said stays said, also when the conversation was closed after it.
  const before = await replyUnder(write, conversation.id, agent.id, key);
  if (before !== null) return before === text ? DONE : { outcome: { kind: 'key-used' } };
  if (!isHeldNowBy(conversation, agent.id)) return conflict(conversation);
  if (text === '' && fileIds.length === 0) return DONE;
  const problem = replyProblem(conversation, doors, now);
  if (problem !== null) return { outcome: { kind: 'cannot-reach', problem } };
  if (fileIds.length > 0 && !takesFiles(conversation, doors)) return { outcome: { kind: 'files-not-taken' } };
  const files = await chosenFiles(write, conversation, agent, fileIds);
  if (files === null) return { outcome: { kind: 'file-unknown' } };
  const newer = seenId === undefined ? [] : await newerThan(write, conversation.id, agent.id, seenId);
  if (newer.length > 0) return { outcome: { kind: 'newer', messages: newer } };
  const picture = await pictureIdOf(write, agent.id);
  const message = toMessage(conversation, speakerOf(agent, picture), text, files);
  await queueMessages(write, conversation.id, [message], {
    at: now.toISOString(),
    agent: { id: agent.id, plainText: text, replyKey: key },
  });
  await mailReply(write, conversation.id, now);
  await markFilesSaid(write, fileIds);
  await deleteReplyDraft(write, conversation.id, agent.id);
  await clearTimer(write, 'first-word', conversation.id);
  await pausePromise(write, conversation, now);
  const verdict = await judgeByReply(write, conversation.handoff?.id ?? '', text);
  return { ...DONE, verdict, isNew: true };
}

/** Only what the desk shows: a message that nobody can see would hold replies back for ever. */
async function newerThan(
  write: Write,
  conversationId: string,
  agentId: string,
  seenId: string,
): Promise<DeskMessage[]> {
  const rows = await saidByOthersAfter(write, conversationId, { agentId, seenId, most: MOST_NEWER });
  return deskMessages(rows, { deliveredUntil: null, readUntil: null });
}

/** What stands in the way of a message of an agent; the outbox looks again when it sends. */
export function replyProblem(conversation: Conversation, doors: Doors, now: Date): DeliveryProblem | null {
  if (conversation.isUnreachable) return 'unreachable';
  const transport = doors.transportOf(conversation.reference.door);
  const until = transport?.replyUntil?.('agent', conversation.customerWroteAt) ?? null;
  return until !== null && until <= now.toISOString() ? 'window-closed' : null;
}

/** The files of a reply in the order in which they were chosen; null where one of them cannot be sent. */
async function chosenFiles(
  write: Write,
  conversation: Conversation,
  agent: DeskAgent,
  ids: readonly string[],
): Promise<readonly MessageFile[] | null> {
  const rows = await unsaidFiles(write, channelConversationOf(conversation), agent.id, ids);
  const files = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (files.length < ids.length || new Set(ids).size < ids.length) return null;
  return files.map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));
}

function speakerOf({ name }: DeskAgent, pictureId: string | null): Speaker {
  return { kind: 'agent', name, ...(pictureId === null ? {} : { picture: addressOfPicture(pictureId) }) };
}

function toMessage(
  conversation: Conversation,
  speaker: Speaker,
  plainText: string,
  files: readonly MessageFile[],
): OutgoingMessage {
  return {
    speaker,
    ...said(plainTree(plainText)),
    isQuote: false,
    language: languageOf(conversation),
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: { handoff: 'with-agent', agentName: speaker.name, queuePosition: null },
    ...(files.length === 0 ? {} : { files }),
  };
}
