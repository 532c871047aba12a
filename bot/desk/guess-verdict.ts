import { type FoundGuess, findGuess, saveGuessVerdict } from '../store/handoffs/handoffs.js';
import type { Write } from '../store/store.js';
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
  if (!found || found.isRight !== null || !usesGuess(reply, found.guess.tree)) return null;
  return keep(write, handoffId, found, true);
}

async function keep(
  write: Write,
  handoffId: string,
  { question, guess }: FoundGuess,
  isRight: boolean,
): Promise<RawVerdict> {
  await saveGuessVerdict(write, handoffId, isRight);
  return { question, itemId: guess.source.itemId, isRight, by: 'agent' };
}
