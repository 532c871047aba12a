import type { Conversation } from '../conversations/conversation.js';
import { saveTurnState } from '../store/conversations.js';
import { deleteFiles } from '../store/files/files.js';
import { changeHandoff, handoffQuestions } from '../store/handoffs/handoffs.js';
import { commentsIn, forgetComment } from '../store/handoffs/ratings.js';
import { rewriteWords } from '../store/messages/messages.js';
import { botFileIds, botWordsSince, type SaidMessage, saidLately } from '../store/messages/said-words.js';
import type { Write } from '../store/store.js';
import { emptyTurns, turnWordsSince } from '../store/turns.js';
import { codesIn, speaksWith } from './speaks-with.js';

/** Words that a customer does not want to have said. */
export type Unsaid = Pick<SaidMessage, 'id' | 'text' | 'turnId' | 'createdAt'>;

/** How far back other words are looked for that say what a customer wants. */
const LOOK_BACK = 50;
const LONGEST_TITLE = 500;

/**
 * Takes words out of all that was made of a message: turns, the question talked about, titles in the queue, and numbers and
 * codes that the bot repeated. The message itself is its caller's to change.
 * @param conversation as read in this very transaction
 */
export async function forgetWords(write: Write, conversation: Conversation, unsaid: Unsaid): Promise<void> {
  const { id } = conversation;
  const { text, turnId, createdAt: since } = unsaid;
  const turns = await turnWordsSince(write, id, { since, turnId });
  const meant = turns.filter(
    (turn) => turn.id === turnId || speaksWith(`${turn.question} ${turn.wholeQuestion ?? ''}`, text),
  );
  await emptyTurns(
    write,
    meant.map((turn) => turn.id),
  );
  await forgetQuestion(write, conversation, text);
  await renameHandoffs(write, id, unsaid);
  for (const { id: handoffId, comment } of await commentsIn(write, id)) {
    if (speaksWith(comment, text)) await forgetComment(write, handoffId);
  }
  await maskCodes(write, id, text, since);
  // A transcript that the bot sent holds the words as well.
  await deleteFiles(write, await botFileIds(write, id));
}

/** What was asked is not talked about any more; what was quoted and offered still was. */
async function forgetQuestion(write: Write, { id, turnState }: Conversation, said: string): Promise<void> {
  if (turnState === null) return;
  const isAbout = turnState.question !== null && speaksWith(turnState.question, said);
  const repeats = codesIn(said).some((code) => turnState.lastSaid?.includes(code));
  if (!isAbout && !repeats) return;
  await saveTurnState(write, id, {
    ...turnState,
    ...(isAbout ? { question: null, answer: null, rejectedItemIds: [] } : {}),
    ...(repeats ? { lastSaid: null } : {}),
  });
}

/** A hand-off that was named by the words is named by what the customer said last beside them. */
async function renameHandoffs(write: Write, conversationId: string, unsaid: Unsaid): Promise<void> {
  const named = await handoffQuestions(write, conversationId);
  const meant = named.filter(({ question }) => speaksWith(question, unsaid.text));
  if (meant.length === 0) return;
  const lately = await saidLately(write, conversationId, LOOK_BACK);
  // A message that was changed is its own successor; one that was taken back has no words any more.
  const left = lately.filter(({ text }) => text.trim() !== '');
  const other = (left.find(({ id }) => id === unsaid.id) ?? left[0])?.text ?? '';
  for (const { id } of meant) await changeHandoff(write, id, { question: other.slice(0, LONGEST_TITLE) });
}

/** The bot may have named what an answer does not mention: "dit antwoord noemt XR-500 niet". */
async function maskCodes(write: Write, conversationId: string, said: string, since: string): Promise<void> {
  const codes = codesIn(said);
  if (codes.length === 0) return;
  const masked = (words: string) => codes.reduce((left, code) => left.replaceAll(code, '…'), words);
  for (const { id, ...words } of await botWordsSince(write, conversationId, since)) {
    if ((JSON.parse(words.message) as { readonly source?: unknown }).source) continue;
    const changed = { text: masked(words.text), message: masked(words.message) };
    if (changed.message !== words.message || changed.text !== words.text)
      await rewriteWords(write, id, changed);
  }
}
