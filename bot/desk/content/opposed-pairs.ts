import { createHash } from 'node:crypto';
import type { ContentEdits, KeptEdit } from '../../../index/contracts/content-edits.js';
import type { OpposedPair } from '../../../index/contracts/pair-decisions.js';
import { isStillAbout } from '../../../index/edits/is-still-about.js';
import type { ContentOutcome } from '../../contracts/content/desk-content.js';
import type { DeskPairs, PairLists } from '../../contracts/content/desk-pairs.js';
import type { DeskAgent } from '../../contracts/desk.js';
import { recordAudit } from '../../store/audit.js';
import type { ContentParts } from './content.js';
import { forContentPeople } from './may-change-content.js';
import { openReviewed, type ReviewedList } from './reviewed-list.js';

type FoundPairs = ReviewedList<OpposedPair>;

export interface PairParts extends Pick<ContentParts, 'store' | 'edits' | 'clock' | 'log'> {
  /** Null where nobody looks; its `pairs` is null where looking failed. */
  readonly releases: { readonly pairs: () => Promise<FoundPairs | null> } | null;
}

const MOST_LISTED = 50;
const MOST_DECIDED = 20;

/** The answers that ingest finds to contradict each other, less what people decided since; ingest takes that up at its next run. */
export function createPairs(parts: PairParts): DeskPairs {
  const { store, edits, releases, clock } = parts;
  const log = parts.log.child('content');

  const allowed = forContentPeople(openReviewed(edits, releases && (() => releases.pairs())));

  async function note(act: 'pair-decided' | 'pair-undecided', agent: DeskAgent, details: PairDetails) {
    const [subjectId, other] = details.itemIds;
    await recordAudit(store, {
      at: clock.now().toISOString(),
      actorKind: 'agent',
      actorId: agent.id,
      action: `content.${act}`,
      subjectKind: 'answer',
      subjectId,
      details: { other, ...(details.counts === undefined ? {} : { counts: details.counts ?? 'both' }) },
    });
    log.info('Somebody decided which of two answers counts.', { act, subjectId, other, agentId: agent.id });
  }

  return {
    lists: (agent) =>
      allowed<ContentOutcome<PairLists>>(agent, async ({ kept, found }) => listsOf(kept, found)),
    decide: (agent, wanted, counts, seen) =>
      allowed<ContentOutcome<PairLists>>(agent, async ({ kept, found }) => {
        const itemIds = inOrder(...wanted);
        const pair = found.first.find((each) => idsOf(each).join('\n') === itemIds.join('\n'));
        if (!pair || (counts !== null && !itemIds.includes(counts))) return { kind: 'unknown-item' };
        if (seenOf(pair) !== seen || isOvertaken(pair, kept, found.at)) return { kind: 'changed-meanwhile' };
        const sides = itemIds.map((id) => (pair.older.itemId === id ? pair.older : pair.newer));
        const [first, second] = sides as [OpposedPair['older'], OpposedPair['older']];
        const at = clock.now().toISOString();
        kept.decide({
          itemIds,
          counts,
          by: agent.name,
          at,
          questions: [first.question, second.question],
          answerHashes: [first.answerHash, second.answerHash],
        });
        await note('pair-decided', agent, { itemIds, counts });
        return listsOf(kept, found);
      }),
    undecide: (agent, wanted, at) =>
      allowed<ContentOutcome<PairLists>>(agent, async ({ kept, found }) => {
        const itemIds = inOrder(...wanted);
        if (!kept.undecide(itemIds, at)) return { kind: 'changed-meanwhile' };
        await note('pair-undecided', agent, { itemIds });
        return listsOf(kept, found);
      }),
  };
}

interface PairDetails {
  readonly itemIds: readonly [string, string];
  /** Left out where nothing counts any more. */
  readonly counts?: string | null;
}

function listsOf(kept: ContentEdits, found: FoundPairs): ContentOutcome<PairLists> {
  const decisions = kept.decisions();
  const byPair = new Map(decisions.map((decision) => [decision.itemIds.join('\n'), decision]));
  const open = found.first.filter((pair) => {
    const decision = byPair.get(idsOf(pair).join('\n'));
    const isDecided = decision !== undefined && isStillAbout(decision, hashIn(pair));
    return !isDecided && !isOvertaken(pair, kept, found.at);
  });
  const result = {
    entries: open.slice(0, MOST_LISTED).map((pair) => ({ ...pair, seen: seenOf(pair) })),
    count: found.count - (found.first.length - open.length),
    // What is asked again is not decided.
    decided: decisions
      .filter(({ itemIds }) => !open.some((pair) => idsOf(pair).join('\n') === itemIds.join('\n')))
      .slice(0, MOST_DECIDED)
      .map(({ itemIds, questions, counts, by, at }) => ({ itemIds, questions, counts, by, at })),
  };
  return { kind: 'done', result };
}

/** Whether somebody hid one of them or wrote it anew behind what was found. */
function isOvertaken({ older, newer }: OpposedPair, kept: ContentEdits, foundAt: string): boolean {
  const isNew = (edit: KeptEdit | null) =>
    edit !== null && (edit.isHidden || (edit.answer !== null && edit.at >= foundAt));
  return isNew(kept.find(older.itemId)) || isNew(kept.find(newer.itemId));
}

function hashIn({ older, newer }: OpposedPair): (itemId: string) => string | null {
  return (itemId) => [older, newer].find((side) => side.itemId === itemId)?.answerHash ?? null;
}

function idsOf({ older, newer }: OpposedPair): readonly [string, string] {
  return inOrder(older.itemId, newer.itemId);
}

function inOrder(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

function seenOf({ older, newer }: OpposedPair): string {
  return createHash('sha256')
    .update(JSON.stringify([older.answerHash, newer.answerHash]))
    .digest('hex');
}
