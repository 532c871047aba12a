import { createHash } from 'node:crypto';
import type { Confirmation, StaleFinding } from '../../../index/contracts/confirmations.js';
import type { ContentEdits, KeptEdit } from '../../../index/contracts/content-edits.js';
import type { ContentOutcome } from '../../contracts/content/desk-content.js';
import type { DeskStale, StaleEntry, StaleLists } from '../../contracts/content/desk-stale.js';
import type { DeskAgent } from '../../contracts/desk.js';
import { recordAudit } from '../../store/audit.js';
import { usesOfItem } from '../../store/content/item-uses.js';
import type { ContentParts } from './content.js';
import { contentItem } from './content-item.js';
import { forContentPeople } from './may-change-content.js';
import { openReviewed, type ReviewedList } from './reviewed-list.js';

type StaleFindings = ReviewedList<StaleFinding>;

export interface StaleParts extends ContentParts {
  /** Null where nobody looks; its `stale` is null where looking failed. */
  readonly releases: { readonly stale: () => Promise<StaleFindings | null> } | null;
}

const MOST_LISTED = 50;
const MOST_CONFIRMED = 20;

/** What ingest finds stale, less what people decided since; what they say still holds is kept beside their edits. */
export function createStale(parts: StaleParts): DeskStale {
  const { store, knowledgeBase, edits, releases, clock } = parts;
  const log = parts.log.child('content');

  const allowed = forContentPeople(openReviewed(edits, releases && (() => releases.stale())));

  async function lists(kept: ContentEdits, found: StaleFindings): Promise<ContentOutcome<StaleLists>> {
    const confirmed = kept.confirmed();
    const said = new Map(confirmed.map((each) => [each.itemId, each]));
    const open = found.first.filter(
      (finding) =>
        !isSettled(kept.find(finding.itemId), found.at) && !covers(said.get(finding.itemId), finding),
    );
    const entries: StaleEntry[] = [];
    let untold = 0;
    for (const finding of open) {
      if (entries.length === MOST_LISTED) break;
      const { itemId, writtenAt, signs, product, laterDoubts, staleness } = finding;
      const item = contentItem(kept.find(itemId), knowledgeBase.item(itemId));
      // Told with another thread's answer, or not live yet: nobody can be given it.
      if (item === null) untold += 1;
      else {
        const uses = await usesOfItem(store, itemId);
        const look = { writtenAt, signs, product, laterDoubts, staleness, seen: seenOf(finding) };
        entries.push({ item: { ...item, uses }, ...look });
      }
    }
    const count = found.count - (found.first.length - open.length) - untold;
    const newest = confirmed.slice(0, MOST_CONFIRMED);
    const result = {
      entries,
      count,
      confirmed: newest.map(({ itemId, question, by, at }) => ({ itemId, question, by, at })),
    };
    return { kind: 'done', result };
  }

  async function note(act: 'still-right' | 'still-right-undone', agent: DeskAgent, itemId: string) {
    await recordAudit(store, {
      at: clock.now().toISOString(),
      actorKind: 'agent',
      actorId: agent.id,
      action: `content.${act}`,
      subjectKind: 'answer',
      subjectId: itemId,
      details: {},
    });
    log.info('Somebody decided whether an answer still holds.', { act, itemId, agentId: agent.id });
  }

  return {
    lists: (agent) => allowed<ContentOutcome<StaleLists>>(agent, ({ kept, found }) => lists(kept, found)),
    confirm: (agent, itemId, seen) =>
      allowed<ContentOutcome<StaleLists>>(agent, async ({ kept, found }) => {
        const finding = found.first.find((each) => each.itemId === itemId);
        if (!finding) return { kind: 'unknown-item' };
        const isOther = seenOf(finding) !== seen || isSettled(kept.find(itemId), found.at);
        if (isOther) return { kind: 'changed-meanwhile' };
        const { question, answerHash, grounds } = finding;
        const at = clock.now().toISOString();
        kept.confirm({ itemId, question, answerHash, grounds, by: agent.name, at });
        await note('still-right', agent, itemId);
        return lists(kept, found);
      }),
    unconfirm: (agent, itemId, at) =>
      allowed<ContentOutcome<StaleLists>>(agent, async ({ kept, found }) => {
        if (!kept.unconfirm(itemId, at)) return { kind: 'changed-meanwhile' };
        await note('still-right-undone', agent, itemId);
        return lists(kept, found);
      }),
  };
}

/** Whether somebody hid an answer, called it outdated or wrote it anew behind what was found. */
function isSettled(edit: KeptEdit | null, foundAt: string): boolean {
  if (edit === null) return false;
  return edit.isHidden || edit.isOutdated || (edit.answer !== null && edit.at >= foundAt);
}

function covers(said: Confirmation | undefined, { answerHash, grounds }: StaleFinding): boolean {
  if (said === undefined || said.answerHash !== answerHash) return false;
  return grounds.every((ground) => said.grounds.includes(ground));
}

function seenOf({ answerHash, grounds }: StaleFinding): string {
  return createHash('sha256')
    .update(JSON.stringify([answerHash, grounds]))
    .digest('hex');
}
