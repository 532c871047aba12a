import { type ErasureLedger, erasedWording } from '../../index/learning/erasure-ledger.js';
import type { PersonKey } from '../contracts/privacy.js';
import { hideAuditSubject } from '../store/audit.js';
import type { ConversationStore } from '../store/conversation-store.js';
import { deleteFilesOfConversation } from '../store/files/files.js';
import { deleteChat, deleteConversation } from '../store/privacy/delete-conversation.js';
import { isStillSaid } from '../store/privacy/find-conversations.js';
import type { Person } from './person.js';
import { unlinkSentFiles } from './uploaded-files.js';

export interface ErasingParts {
  readonly conversationStore: ConversationStore;
  /** The runtime folder; null where nothing is kept beside the database. */
  readonly runtimeDirectory: string | null;
  /** Runs a task while nothing else is done in a conversation. */
  readonly inLane: (conversationId: string, task: () => Promise<void>) => Promise<void>;
  /** Tells those who look on that a conversation changed. */
  readonly announce: (conversationId: string) => void;
  /** Has the store written anew, by whom it holds up least. */
  readonly compact: () => Promise<void>;
}

/** Writes down what is erased, before it is: what breaks off is done again by who restores a backup, or by a second erasure. */
export function noteErasure(ledger: ErasureLedger, key: PersonKey, person: Person, at: string): void {
  const { conversations, chatIds, files, origin, wordings } = person;
  const customers = key.kind === 'customer' ? [key, ...conversations] : conversations;
  ledger.add(
    [
      ...customers.map(({ channelId, customerId }) => ({
        kind: 'customer' as const,
        parts: [channelId, customerId],
      })),
      ...[...conversations.map(({ id }) => id), ...chatIds].map((id) => ({
        kind: 'conversation' as const,
        parts: [id],
      })),
      ...files.map((name) => ({ kind: 'file' as const, parts: [name] })),
      ...origin.visitors.map((visitor) => ({ kind: 'visitor' as const, parts: [visitor] })),
      ...wordings.map(({ itemId, wording }) => erasedWording(itemId, wording)),
    ],
    at,
  );
}

/** Deletes all that was found of a person, where it is. */
export async function deletePerson(parts: ErasingParts, person: Person): Promise<void> {
  const { conversationStore, runtimeDirectory, inLane, announce } = parts;
  const { tables, verdicts } = conversationStore;
  for (const conversation of person.conversations) {
    const { id, channelId, channelConversationId: conversationId } = conversation;
    await inLane(id, () => deleteConversation(tables, id));
    await deleteFilesOfConversation(tables, { channelId, conversationId });
    announce(id);
  }
  for (const id of person.chatIds) await deleteChat(tables, id);
  await verdicts.forgetVerdictsOf(person.origin);
  await verdicts.forgetWordings(person.wordings.map(({ id }) => id));
  if (runtimeDirectory !== null) await unlinkSentFiles(runtimeDirectory, person.files);
  const hash = verdicts.pseudonym('erased', ...person.conversations.map(({ id }) => id));
  await hideAuditSubject(
    tables,
    person.conversations.flatMap(({ id, channelConversationId, customerId }) => [
      id,
      channelConversationId,
      customerId,
    ]),
    hash,
  );
}

/** Ids that are shorter may stand anywhere. */
const LEAST_ID = 6;

/**
 * Sees to it that the files of the store hold none of it, and looks: SQLite overwrites rows that are deleted, yet where it
 * moved one to another page before, a copy may lie between the rows. Every row of a conversation holds its id, so that is looked
 * for, beside words. Only where something is found the store is written anew.
 * @returns how many sentences still stand there: others said the same
 */
export async function leaveNoTrace(
  { conversationStore: store, compact }: Pick<ErasingParts, 'conversationStore' | 'compact'>,
  { words: { pieces }, conversations, chatIds }: Pick<Person, 'words' | 'conversations' | 'chatIds'>,
): Promise<number> {
  await store.scrubWords();
  await store.purge();
  const ids = [...conversations.map(({ id }) => id), ...chatIds].filter((id) => id.length >= LEAST_ID);
  const left = await store.findInBytes([...ids, ...pieces]);
  const said = pieces.filter((piece) => left.has(piece));
  let isTraced = ids.some((id) => left.has(id));
  for (const piece of said) isTraced ||= !(await isStillSaid(store.tables, piece));
  if (!isTraced) return said.length;
  await compact();
  await store.purge();
  return (await store.findInBytes(said)).size;
}
