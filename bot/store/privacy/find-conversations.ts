import { sql } from '../../../index/platform/kysely.js';
import type { PersonConversation, PersonKey } from '../../contracts/privacy.js';
import type { Store } from '../store.js';

/** A conversation of a person, with the channel's id of it. */
export interface KeptConversation extends PersonConversation {
  readonly channelConversationId: string;
}

/** Enough for anybody; more than this is not one person. */
const MOST_CONVERSATIONS = 10_000;

/** The conversations of the person that a key names, the oldest first. */
export async function conversationsOfPerson(store: Store, key: PersonKey): Promise<KeptConversation[]> {
  switch (key.kind) {
    case 'customer':
      return ofCustomers(store, [key]);
    case 'conversation':
      return ofCustomers(store, await among(store, await idsOf(store, key.conversationId)));
    case 'email':
      return ofCustomers(store, await among(store, await idsWithEmail(store, key.email)));
  }
}

/** All conversations, in parts: to look which of them were erased. @param after the id behind which the part begins */
export function conversationsAfter(store: Store, after: string, most: number): Promise<KeptConversation[]> {
  return selected(store).where('id', '>', after).orderBy('id').limit(most).execute();
}

/** Web chats that somebody opened without a word: the bot does not know them. */
export async function silentChatsOf(store: Store, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const rows = await store
    .selectFrom('webchat_conversations')
    .select('id')
    .where('userId', 'in', customerIds)
    .execute();
  return rows.map(({ id }) => id);
}

/** All web chats, in parts. @param after the id behind which the part begins */
export function chatsAfter(
  store: Store,
  after: string,
  most: number,
): Promise<{ id: string; startedAt: string }[]> {
  return store
    .selectFrom('webchat_conversations')
    .select(['id', 'startedAt'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
}

function selected(store: Store) {
  return store
    .selectFrom('conversations')
    .select([
      ...(['id', 'channelId', 'channelConversationId', 'customerId'] as const),
      ...(['customerName', 'createdAt', 'lastActivityAt'] as const),
    ]);
}

async function ofCustomers(
  store: Store,
  customers: readonly Pick<KeptConversation, 'channelId' | 'customerId'>[],
): Promise<KeptConversation[]> {
  const found = new Map<string, KeptConversation>();
  for (const { channelId, customerId } of customers) {
    const rows = await selected(store)
      .where('channelId', '=', channelId)
      .where('customerId', '=', customerId)
      .orderBy('createdAt')
      .limit(MOST_CONVERSATIONS)
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}

/** Who the customers of some conversations are, each once. */
async function among(store: Store, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return store
    .selectFrom('conversations')
    .select(['channelId', 'customerId'])
    .distinct()
    .where('id', 'in', ids)
    .execute();
}

async function idsOf(store: Store, conversationId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('conversations')
    .select('id')
    .where(({ eb, or }) =>
      or([eb('id', '=', conversationId), eb('channelConversationId', '=', conversationId)]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * By the full-text index, then by the letters: what the customer wrote or an agent noted. Not what agents and bot said, who
 * name addresses of the company to everybody.
 */
async function idsWithEmail(store: Store, email: string): Promise<string[]> {
  const wanted = email.trim().toLowerCase();
  const phrase = (wanted.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  if (phrase === '') return [];
  const said = await sql<{ conversationId: string; text: string }>`
    select ${sql.ref('search_lines.conversationId')} as "conversationId", search_index.text as text
    from search_index join search_lines on search_lines.id = search_index.rowid
    where search_index match ${`text : "${phrase}"`} and search_lines.kind in ('customer', 'note')`.execute(
    store,
  );
  const holds = (text: string) => names(text.toLowerCase(), wanted);
  const known = await store
    .selectFrom('conversations')
    .select(['id', 'customerId', 'reference'])
    .where(({ eb, or }) =>
      or([eb('customerId', 'like', escaped(wanted)), eb('reference', 'like', `%${escaped(wanted)}%`)]),
    )
    .execute();
  return [
    ...new Set([
      ...said.rows.filter(({ text }) => holds(text)).map(({ conversationId }) => conversationId),
      ...known.filter((row) => holds(`${row.customerId} ${row.reference}`)).map(({ id }) => id),
      ...(await idsMailedTo(store, wanted)),
    ]),
  ];
}

/** Conversations in which the address was left, or from which something was sent to it. */
async function idsMailedTo(store: Store, address: string): Promise<string[]> {
  const left = await store
    .selectFrom('mail_addresses')
    .select('conversationId')
    .where('address', '=', address)
    .execute();
  const sent = await store
    .selectFrom('mails')
    .select('conversationId')
    .where('address', '=', address)
    .execute();
  return [...left, ...sent].map(({ conversationId }) => conversationId);
}

/** Whether somebody's message or note has these words, one behind the other. */
export async function isStillSaid(store: Store, piece: string): Promise<boolean> {
  const words = piece.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return false;
  const { rows } = await sql`
    select rowid from search_index where search_index match ${`text : "${words.join(' ')}" *`} limit 1`.execute(
    store,
  );
  return rows.length > 0;
}

/** "_" and "%" would stand for anything; what they find too many is looked at again, letter by letter. */
function escaped(text: string): string {
  return text.replaceAll('%', '_');
}

/** Whether an address stands in a text as one of its own, not as the end or the beginning of a longer one. */
function names(text: string, email: string): boolean {
  for (let at = text.indexOf(email); at !== -1; at = text.indexOf(email, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text.slice(at + email.length, at + email.length + 2)];
    if (!/[\p{L}\p{N}._%+-]/u.test(before) && !/^([\p{L}\p{N}-]|\.[\p{L}\p{N}])/u.test(after)) return true;
  }
  return false;
}
