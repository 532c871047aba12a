import { openDatabase } from '../../../index/platform/database.js';
import type { KeptMessage } from './tally.js';

interface Row extends Omit<KeptMessage, 'sentIds'> {
  readonly conversationId: string;
  readonly sentIds: string | null;
}

/** All messages of a stopped server's conversation store, by the channel's id of their conversation. */
export function keptMessages(path: string): ReadonlyMap<string, readonly KeptMessage[]> {
  const database = openDatabase(path);
  const rows = database
    .prepare(
      `SELECT messages.id, direction, status, activityId, turnId, sequence, sentIds,
              channelConversationId AS conversationId
       FROM messages JOIN conversations ON conversations.id = messages.conversationId`,
    )
    .all() as Row[];
  database.close();
  const kept = new Map<string, KeptMessage[]>();
  for (const { conversationId, sentIds, ...row } of rows) {
    const messages = kept.get(conversationId) ?? [];
    kept.set(conversationId, messages);
    messages.push({ ...row, sentIds: sentIds === null ? [] : (JSON.parse(sentIds) as string[]) });
  }
  return kept;
}
