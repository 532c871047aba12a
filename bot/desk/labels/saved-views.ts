import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../index/platform/clock.js';
import type { DeskFilters, DeskViews } from '../../contracts/tools/desk-views.js';
import { deleteView, keepView, savedViewsOf } from '../../store/desk/saved-views.js';
import type { Store } from '../../store/store.js';

const MOST_VIEWS = 20;
/** Longest name, in UTF-16 units. */
const LONGEST_VIEW_NAME = 40;

/** What agents chose to list, on the conversation store. */
export function createViews({ store, clock }: { readonly store: Store; readonly clock: Clock }): DeskViews {
  return {
    async list(agentId) {
      const rows = await savedViewsOf(store, agentId);
      return rows.map(({ id, name, filters }) => ({ id, name, filters: JSON.parse(filters) as DeskFilters }));
    },
    keep: (agentId, typed, filters) =>
      store.transaction().execute(async (write) => {
        const name = typed.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_VIEW_NAME);
        const views = await savedViewsOf(write, agentId);
        const isNew = views.every((view) => view.name !== name);
        if (isNew && views.length >= MOST_VIEWS) return { kind: 'too-many', most: MOST_VIEWS };
        await keepView(write, {
          id: randomUUID(),
          agentId,
          name,
          filters: JSON.stringify(filters),
          createdAt: clock.now().toISOString(),
        });
        return { kind: 'done' };
      }),
    remove: (agentId, viewId) =>
      store
        .transaction()
        .execute(async (write) =>
          (await deleteView(write, agentId, viewId)) ? { kind: 'done' } : { kind: 'unknown-view' },
        ),
  };
}
