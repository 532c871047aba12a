import type { ContentEdits, ItemEdit } from '../../../index/contracts/content-edits.js';
import type { KnowledgeBase } from '../../../index/contracts/search.js';
import type { Clock } from '../../../index/platform/clock.js';
import { isCoded } from '../../../index/platform/errors.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { Log } from '../../../index/platform/log.js';
import type { ContentItem, ContentOutcome, DeskContent } from '../../contracts/content/desk-content.js';
import { usesOfItem } from '../../store/content/item-uses.js';
import type { Store } from '../../store/store.js';
import { contentItem, sourceOfLive } from './content-item.js';
import { forContentPeople } from './may-change-content.js';

export interface ContentParts {
  readonly store: Store;
  readonly knowledgeBase: KnowledgeBase;
  /** Null where nobody can change what the bot answers from. */
  readonly edits: ContentEdits | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: { readonly COMPANY_NAME: string };
}

const MOST_FOUND = 5;
const MOST_LISTED = 200;
const MOST_UNDER_WAY = 4;

/** The knowledge as content people change it: kept beside the releases, where ingest takes it up. */
export function createContent(parts: ContentParts): DeskContent {
  const { store, knowledgeBase, edits, clock, settings } = parts;
  const log = parts.log.child('content');
  const lanes = createLanes();

  async function whole(itemId: string): Promise<ContentItem | null> {
    const item = contentItem(edits?.find(itemId) ?? null, knowledgeBase.item(itemId));
    return item && { ...item, uses: await usesOfItem(store, itemId) };
  }

  async function told(itemId: string): Promise<ContentOutcome<ContentItem>> {
    const item = await whole(itemId);
    return item ? { kind: 'done', result: item } : { kind: 'unknown-item' };
  }

  const allowed = forContentPeople(() => edits);

  return {
    list: (agent) =>
      allowed<ContentOutcome<readonly ContentItem[]>>(agent, async (kept) => {
        const items = kept.all().flatMap((edit) => {
          const item = contentItem(edit, knowledgeBase.item(edit.itemId));
          return item ? [{ ...item, uses: null }] : [];
        });
        const first = [...items].sort((a, b) => Number(needsALook(b)) - Number(needsALook(a)));
        return { kind: 'done', result: first.slice(0, MOST_LISTED) };
      }),
    search: (agent, words, language) =>
      allowed<ContentOutcome<readonly ContentItem[]>>(agent, async (kept) => {
        const question = words.trim();
        if (question === '') return { kind: 'done', result: [] };
        if (lanes.length(agent.id) >= MOST_UNDER_WAY) return { kind: 'busy' };
        return lanes.serially(agent.id, async () => {
          try {
            const { hits } = await knowledgeBase.search(question, { limit: MOST_FOUND, language });
            const found = hits.flatMap(({ item }) => contentItem(kept.find(item.id), item) ?? []);
            return { kind: 'done', result: found.map((item) => ({ ...item, uses: null })) };
          } catch (error) {
            if (isCoded(error, 'KNOWLEDGE_NOT_READY')) return { kind: 'not-ready' };
            throw error;
          }
        });
      }),
    item: (agent, itemId) => allowed<ContentOutcome<ContentItem>>(agent, () => told(itemId)),
    keep: (agent, itemId, edit, seen) =>
      allowed<ContentOutcome<ContentItem>>(agent, async (kept) => {
        const before = kept.find(itemId);
        const live = knowledgeBase.item(itemId);
        const original = before ? (before.source ?? before.original) : live && sourceOfLive(live);
        if (!original) return { kind: 'unknown-item' };
        const { COMPANY_NAME: company } = settings;
        const making = { original, company, by: agent.name, at: clock.now(), seen };
        const outcome = kept.keep(itemId, tidied(edit, original.answer), making);
        if (outcome !== 'kept') return { kind: outcome };
        log.info('Somebody changed what is told of an item.', { itemId, agentId: agent.id });
        return told(itemId);
      }),
    undo: (agent, itemId, seen) =>
      allowed<ContentOutcome<ContentItem | null>>(agent, async (kept) => {
        const outcome = kept.drop(itemId, seen);
        if (outcome !== 'kept') return { kind: outcome };
        log.info('Somebody took back what was changed about an item.', { itemId, agentId: agent.id });
        return { kind: 'done', result: await whole(itemId) };
      }),
  };
}

function needsALook({ edit }: Pick<ContentItem, 'edit'>): boolean {
  return edit !== null && (edit.isGone || edit.sourceBefore !== null);
}

/** Without blanks at the ends, empty wordings and those said twice; the source's own words are no edit. */
function tidied(edit: ItemEdit, sourceAnswer: string): ItemEdit {
  const answer = edit.answer?.trim() ?? '';
  const phrasings = edit.phrasings.map((wording) => wording.replace(/\s+/g, ' ').trim());
  return {
    ...edit,
    answer: answer === '' || answer === sourceAnswer.trim() ? null : answer,
    phrasings: [...new Set(phrasings)].filter((wording) => wording !== ''),
  };
}
