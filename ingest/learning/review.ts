import { join } from 'node:path';
import type { Item } from '../../index/contracts/items.js';
import type { SettledWording } from '../../index/learning/verdict-store.js';
import { ingestErrors } from '../errors.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openUpcomingItems } from '../store/upcoming-items.js';
import { settle } from './choose-wordings.js';
import { formatWordings, type WordingLine } from './format-wordings.js';
import { type Learning, type LearningOptions, onStore, openLearning } from './open-learning.js';

/** What a reviewer can say. */
const DECISIONS = { accept: 'accepted', refuse: 'refused' } as const;

/**
 * Carries out the words behind `npm run ingest -- review` and returns what to print: none lists proposals,
 * `list learned` and `list refused` what was settled, `accept ID…` and `refuse ID…` decide.
 * @throws INGEST_COMMAND_INVALID, WORDING_UNKNOWN; then nothing was decided
 */
export async function review(words: readonly string[], options: LearningOptions): Promise<string> {
  const [verb = 'list', ...rest] = words;
  const database = openIngestDatabase(join(options.runtimeDirectory, 'ingest.sqlite'));
  try {
    const items = openUpcomingItems(database, []);
    const learning = await openLearning(() => items.all(), options);
    if (verb === 'accept' || verb === 'refuse') return await decide(DECISIONS[verb], rest, learning, options);
    if (verb === 'list') return await list(rest[0] ?? 'open', learning, items.all(), options);
  } finally {
    database.close();
  }
  throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `review does not know "${verb}"` });
}

async function list(
  which: string,
  learning: Learning,
  items: Iterable<Item>,
  options: LearningOptions,
): Promise<string> {
  const settled = await settledIn(options);
  const lists: Readonly<Record<string, readonly Omit<WordingLine, 'question'>[]>> = {
    open: learning.open,
    learned: learning.inUse,
    refused: settled.filter(({ standing }) => standing === 'refused'),
  };
  const lines = lists[which];
  if (!lines) throw ingestErrors.INGEST_COMMAND_INVALID({ reason: `review has no list "${which}"` });
  const questions = questionsOf(items, new Set(lines.map(({ itemId }) => itemId)));
  return formatWordings(
    which,
    lines.map((line) => ({ ...line, question: questions.get(line.itemId) ?? line.itemId })),
  );
}

async function decide(
  standing: 'accepted' | 'refused',
  ids: readonly string[],
  learning: Learning,
  options: LearningOptions,
): Promise<string> {
  if (ids.length === 0)
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason: 'review needs the id of a wording' });
  const at = options.now.toISOString();
  const settled = [...(await settledIn(options)), ...learning.inUse];
  const decided = ids.map((id): SettledWording => {
    const open = learning.open.find((proposal) => proposal.id === id);
    if (open) return settle(open, standing, at);
    const before = settled.find((wording) => wording.id === id);
    if (!before) throw ingestErrors.WORDING_UNKNOWN({ id });
    return { ...before, standing, at };
  });
  await onStore(options, (store) => store.review(decided));
  const what = `${decided.length} wording${decided.length === 1 ? '' : 's'} ${standing}.`;
  return `${what} "npm run ingest" takes this over into the next release.`;
}

async function settledIn(options: LearningOptions): Promise<readonly SettledWording[]> {
  return (await onStore(options, (store) => store.wordings())) ?? [];
}

function questionsOf(items: Iterable<Item>, ids: ReadonlySet<string>): Map<string, string> {
  const questions = new Map<string, string>();
  for (const { id, question } of items) if (ids.has(id)) questions.set(id, question);
  return questions;
}
