import type { BestGuess } from '../contracts/desk.js';
import type { Write } from '../store/store.js';
import { parseGuess } from '../store/stored-words.js';
import type { RawVerdict } from '../verdicts/raw-verdict.js';
import { usesGuess } from '../verdicts/uses-guess.js';

/** Keeps what an agent says of the best guess, in place of what was said before; null where there is no guess. */
export async function judgeGuess(
  write: Write,
  handoffId: string,
  isRight: boolean,
): Promise<RawVerdict | null> {
  const found = await findGuess(write, handoffId);
  return found ? keep(write, handoffId, found, isRight) : null;
}

/** An agent who sends the best guess on says that it is right; null where they do not, or have said so or otherwise. */
export async function judgeByReply(
  write: Write,
  handoffId: string,
  reply: string,
): Promise<RawVerdict | null> {
  const found = await findGuess(write, handoffId);
  if (!found || found.isGuessRight !== null || !usesGuess(reply, found.guess.tree)) return null;
  return keep(write, handoffId, found, true);
}

interface FoundGuess {
  readonly question: string;
  readonly guess: BestGuess;
  readonly isGuessRight: number | null;
}

async function findGuess(write: Write, handoffId: string): Promise<FoundGuess | null> {
  const row = await write
    .selectFrom('handoffs')
    .select(['question', 'bestGuess', 'isGuessRight'])
    .where('id', '=', handoffId)
    .executeTakeFirst();
  if (!row || row.bestGuess === null) return null;
  return { ...row, guess: parseGuess(row.bestGuess) };
}

async function keep(
  write: Write,
  handoffId: string,
  { question, guess }: FoundGuess,
  isRight: boolean,
): Promise<RawVerdict> {
  await write
    .updateTable('handoffs')
    .set({ isGuessRight: isRight ? 1 : 0 })
    .where('id', '=', handoffId)
    .execute();
  return { question, itemId: guess.source.itemId, isRight, by: 'agent' };
}
