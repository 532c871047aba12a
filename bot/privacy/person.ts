import type { Verdict } from '../../index/contracts/labels.js';
import { groupBy } from '../../index/learning/group-by.js';
import type { SettledWording, VerdictOrigin, VerdictStore } from '../../index/learning/verdict-store.js';
import { wordingKey } from '../../index/learning/wording-key.js';
import type { FoundPerson, PersonKey } from '../contracts/privacy.js';
import { botErrors } from '../errors.js';
import type { ConversationStore } from '../store/conversation-store.js';
import { filesOfConversation } from '../store/files/files.js';
import { countRows, rowsOf } from '../store/privacy/conversation-rows.js';
import {
  conversationsOfPerson,
  type KeptConversation,
  silentChatsOf,
} from '../store/privacy/find-conversations.js';
import { createWordCollector, type KeptWords } from './kept-words.js';
import { earlierFilesAmong, pathOfFile } from './uploaded-files.js';

/** All that is kept of a person, by where it is found. */
export interface Person {
  readonly conversations: readonly KeptConversation[];
  readonly chatIds: readonly string[];
  readonly origin: VerdictOrigin;
  readonly verdicts: readonly Verdict[];
  /** Learned of them, or waiting for a review. */
  readonly wordings: readonly SettledWording[];
  readonly files: readonly string[];
  readonly words: KeptWords;
  readonly found: FoundPerson;
}

type Row = Readonly<Record<string, unknown>>;

/** An address of a household has some people; what leads to more is an address of a company. */
const MOST_PEOPLE = 5;
/** What so many others said in the same words is nobody's own. */
const OTHERS_ENOUGH = 3;

/**
 * Looks up a person everywhere.
 * @param onRow told of every row, for an export
 * @throws PERSON_TOO_MANY
 */
export async function readPerson(
  { tables, verdicts }: Pick<ConversationStore, 'tables' | 'verdicts'>,
  runtimeDirectory: string | null,
  key: PersonKey,
  onRow: (table: string, row: Row) => void = () => {},
): Promise<Person> {
  const conversations = await conversationsOfPerson(tables, key);
  const customers = new Map(
    conversations.map(({ channelId, customerId }) => [JSON.stringify([channelId, customerId]), customerId]),
  );
  if (customers.size > MOST_PEOPLE)
    throw botErrors.PERSON_TOO_MANY({ people: customers.size, most: MOST_PEOPLE });
  const ids = conversations.map(({ id }) => id);
  const asked = key.kind === 'customer' ? [key.customerId] : [];
  const silent = await silentChatsOf(tables, [...new Set([...customers.values(), ...asked])]);
  const chatIds = [
    ...new Set([...conversations.map(({ channelConversationId }) => channelConversationId), ...silent]),
  ];

  const words = createWordCollector();
  for await (const { table, rows } of rowsOf(tables, ids, chatIds)) {
    for (const row of rows) {
      words.take(table, row);
      onRow(table, row);
    }
  }
  const origin = originOf(verdicts, key, conversations);
  const said = await verdicts.verdictsOf(origin);
  const wordings = await wordingsOf(verdicts, origin, said, words);
  const files = await earlierFilesAmong(runtimeDirectory, words.fileNames);
  for (const { channelId, channelConversationId: conversationId } of conversations) {
    for (const row of await filesOfConversation(tables, { channelId, conversationId })) {
      onRow('files', { ...row });
      files.push(pathOfFile(row.id));
    }
  }
  const counts = await countRows(tables, ids, chatIds);
  const more = { verdicts: said.length, settled_wordings: wordings.length, files: files.length };
  for (const [place, count] of Object.entries(more)) if (count > 0) counts[place] = count;
  const shown = conversations.map(({ channelConversationId: _, ...conversation }) => conversation);
  const found = { conversations: shown, counts };
  return { conversations, chatIds, origin, verdicts: said, wordings, files, words, found };
}

function originOf(
  verdicts: VerdictStore,
  key: PersonKey,
  conversations: readonly KeptConversation[],
): VerdictOrigin {
  // Verdicts may outlast the conversation they were given in by a day.
  const customers = key.kind === 'customer' ? [key, ...conversations] : conversations;
  return {
    visitors: [
      ...new Set(
        customers.map(({ channelId, customerId }) => verdicts.pseudonym('customer', channelId, customerId)),
      ),
    ],
    conversations: conversations.map(({ id }) => verdicts.pseudonym('conversation', id)),
  };
}

/** What was learned in the person's words, unless enough others said the very same. */
async function wordingsOf(
  verdicts: VerdictStore,
  { visitors }: VerdictOrigin,
  said: readonly Verdict[],
  { wordingKeys }: KeptWords,
): Promise<SettledWording[]> {
  const ownKeys = new Set([...wordingKeys, ...said.map(({ question }) => wordingKey(question))]);
  const own = (await verdicts.wordings()).filter(({ wording }) => ownKeys.has(wordingKey(wording)));
  if (own.length === 0) return [];
  const others = (await verdicts.verdicts()).filter(({ visitor }) => !visitors.includes(visitor));
  const sayers = groupBy(others, ({ question }) => wordingKey(question));
  return own.filter(({ wording }) => {
    const same = sayers.get(wordingKey(wording)) ?? [];
    return new Set(same.map(({ visitor }) => visitor)).size < OTHERS_ENOUGH;
  });
}
