import { join } from 'node:path';
import { type ErasureLedger, openErasureLedger } from '../../index/learning/erasure-ledger.js';
import { CONVERSATIONS_FILE } from '../../index/learning/open-verdict-store.js';
import type { VerdictStore } from '../../index/learning/verdict-store.js';
import { openDatabase } from '../../index/platform/database.js';
import { silentLog } from '../../index/platform/log.js';
import { hideAuditSubject } from '../store/audit.js';
import type { ConversationStore } from '../store/conversation-store.js';
import { deleteFilesOfConversation } from '../store/files/files.js';
import { deleteChat, deleteConversation } from '../store/privacy/delete-conversation.js';
import {
  chatsAfter,
  conversationsAfter,
  type KeptConversation,
} from '../store/privacy/find-conversations.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import { allFiles, unlinkSentFiles } from './uploaded-files.js';

/** What was erased once more. */
export interface AppliedErasures {
  readonly conversations: number;
  readonly chats: number;
  readonly files: number;
  readonly verdicts: number;
  readonly wordings: number;
}

const AT_ONCE = 500;

/**
 * Erases in a runtime folder all that was erased before and came back with a backup. Call it after a restore, before a
 * server is started on it; a second call changes nothing.
 * @param runtimeDirectory the folder as it was put back, with the ledger (`erasures.jsonl`, `erasure-key`) that stood beside the
 *   server: a restore leaves these two as they are
 * @throws STORE_NOT_MIGRATED, DATABASE_UNUSABLE
 */
export async function applyErasures(runtimeDirectory: string): Promise<AppliedErasures> {
  const ledger = openErasureLedger(runtimeDirectory);
  const none = { conversations: 0, chats: 0, files: 0, verdicts: 0, wordings: 0 };
  if (ledger.things.length === 0) return none;
  const store = await openSqliteStore(openDatabase(join(runtimeDirectory, CONVERSATIONS_FILE)), {
    log: silentLog,
  });
  try {
    const verdicts = await forgetVerdicts(store.verdicts, ledger);
    const wordings = await forgetWordings(store.verdicts, ledger);
    const conversations = await eraseConversations(store, ledger);
    const chats = await eraseChats(store, ledger);
    const files = (await allFiles(runtimeDirectory)).filter((name) => ledger.erasedAt('file', name) !== null);
    await unlinkSentFiles(runtimeDirectory, files);
    await store.scrubWords();
    await store.compact();
    await store.purge();
    return { conversations, chats, files: files.length, verdicts, wordings };
  } finally {
    await store.close();
  }
}

async function eraseConversations({ tables, verdicts }: ConversationStore, ledger: ErasureLedger) {
  let erased = 0;
  for (let last = ''; ; ) {
    const some = await conversationsAfter(tables, last, AT_ONCE);
    for (const conversation of some.filter((one) => isErased(ledger, one))) {
      const { id, channelId, channelConversationId } = conversation;
      await deleteConversation(tables, id);
      await deleteFilesOfConversation(tables, { channelId, conversationId: channelConversationId });
      await deleteChat(tables, channelConversationId);
      const origin = { visitors: [], conversations: [verdicts.pseudonym('conversation', id)] };
      await verdicts.forgetVerdictsOf(origin);
      const hash = verdicts.pseudonym('erased', id);
      await hideAuditSubject(tables, [id, channelConversationId, conversation.customerId], hash);
      erased += 1;
    }
    if (some.length < AT_ONCE) return erased;
    last = some.at(-1)?.id ?? last;
  }
}

/** Somebody who was erased may have come back; what they said since stays. */
function isErased(
  ledger: ErasureLedger,
  { id, channelId, customerId, createdAt }: KeptConversation,
): boolean {
  if (ledger.erasedAt('conversation', id) !== null) return true;
  return createdAt <= (ledger.erasedAt('customer', channelId, customerId) ?? '');
}

async function eraseChats({ tables }: ConversationStore, ledger: ErasureLedger): Promise<number> {
  let erased = 0;
  for (let last = ''; ; ) {
    const some = await chatsAfter(tables, last, AT_ONCE);
    for (const { id, startedAt } of some) {
      if (startedAt > (ledger.erasedAt('conversation', id) ?? '')) continue;
      await deleteChat(tables, id);
      erased += 1;
    }
    if (some.length < AT_ONCE) return erased;
    last = some.at(-1)?.id ?? last;
  }
}

async function forgetVerdicts(verdicts: VerdictStore, ledger: ErasureLedger): Promise<number> {
  const said = await verdicts.verdicts();
  const visitors = [...new Set(said.map(({ visitor }) => visitor))].filter(
    (visitor) => ledger.erasedAt('visitor', visitor) !== null,
  );
  return verdicts.forgetVerdictsOf({ visitors, conversations: [] });
}

async function forgetWordings(verdicts: VerdictStore, ledger: ErasureLedger): Promise<number> {
  const erased = (await verdicts.wordings()).filter(({ itemId, wording }) =>
    ledger.isWordingErased(itemId, wording),
  );
  await verdicts.forgetWordings(erased.map(({ id }) => id));
  return erased.length;
}
