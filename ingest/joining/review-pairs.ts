import { join } from 'node:path';
import type { Item } from '../../index/contracts/items.js';
import type { OpposedAnswer, OpposedPair } from '../../index/contracts/pair-decisions.js';
import { openContentEdits } from '../../index/edits/open-content-edits.js';
import { withEdits } from '../editing/with-edits.js';
import { formatPairs } from '../reports/format-pairs.js';
import type { ReportLanguage } from '../reports/words/contracts.js';
import { sha256 } from '../steps/fingerprint.js';
import { openLikePairs } from '../store/like-pairs.js';
import { openIngestDatabase } from '../store/open-ingest-database.js';
import { openUpcomingItems } from '../store/upcoming-items.js';
import type { JoiningOptions } from './contracts.js';
import { openPairRules } from './pair-rules.js';
import { isHeldBack } from './settle-joins.js';

/** More than an afternoon's work. */
const MOST = 200;
/** Characters of an answer: what is about money stands near its beginning, and the link leads to the rest. */
const MOST_SHOWN = 4_000;

/** What `npm run ingest -- review pairs` finds. */
interface PairReview {
  readonly count: number;
  /** Those that are kept back first, 200 at most. */
  readonly first: readonly OpposedPair[];
}

/**
 * The answers of the last run that contradict each other, as content people changed them since. Nothing is compared anew.
 * @param isForDesk whether pairs that were decided at the desk are among them, behind the others: it leaves them out itself, so that
 * one that is taken back is there at once
 * @throws JOIN_RULES_INVALID
 */
export function reviewPairs(
  runtimeDirectory: string,
  options: JoiningOptions,
  isForDesk: boolean,
): PairReview {
  if (options.mode === 'off' || options.mode === 'tell') return { count: 0, first: [] };
  const database = openIngestDatabase(join(runtimeDirectory, 'ingest.sqlite'));
  const edits = openContentEdits(runtimeDirectory);
  try {
    const items = withEdits(openUpcomingItems(database, []), edits);
    const decisions = edits.decisions();
    const found = openLikePairs(database).last();
    const settle = openPairRules(items, options, isForDesk ? [] : decisions);
    const decided = new Set(decisions.map(({ itemIds }) => itemIds.join('\n')));
    const place = ({ older, newer, isHeldBack }: (typeof opposed)[number]) =>
      decided.has([older, newer].sort().join('\n')) ? 2 : Number(!isHeldBack);
    const opposed = settle(found).opposed.map((pair) => ({
      ...pair,
      isHeldBack: isHeldBack(pair, options.mode),
    }));
    opposed.sort((one, other) => place(one) - place(other));
    const first = opposed.slice(0, MOST).flatMap((pair) => {
      const [older, newer] = [items.find(pair.older), items.find(pair.newer)];
      if (!older || !newer) return [];
      const { about, isHeldBack } = pair;
      return [{ older: answerOf(older), newer: answerOf(newer), about, isHeldBack }];
    });
    return { count: opposed.length, first };
  } finally {
    edits.close();
    database.close();
  }
}

/**
 * What `npm run ingest -- review pairs` prints.
 * @param isJson as the desk reads it: one line
 * @throws JOIN_RULES_INVALID
 */
export function tellPairs(
  runtimeDirectory: string,
  options: JoiningOptions,
  language: ReportLanguage,
  isJson: boolean,
): string {
  const found = reviewPairs(runtimeDirectory, options, isJson);
  return isJson ? JSON.stringify(found) : formatPairs(found, options.rulesFile, language);
}

function answerOf({ id, question, answer, language, url, answeredAt, author, votes }: Item): OpposedAnswer {
  const shown = answer.length > MOST_SHOWN ? `${answer.slice(0, MOST_SHOWN)}…` : answer;
  return {
    itemId: id,
    question,
    answer: shown,
    language,
    url,
    answeredAt,
    author: author.name,
    votes,
    answerHash: sha256(answer),
  };
}
