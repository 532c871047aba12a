import { atHome } from '../actions/at-home.js';
import type { Session } from '../actions/session.js';
import type { PairApi } from './pair-api.js';

/** Which of two answers counts; each answer goes to the view that asked. */
export function pairActions(api: PairApi, session: Session) {
  return {
    opposedPairs: () => atHome(session, api.lists()),
    decidePair: (itemIds: readonly [string, string], counts: string | null, seen: string) =>
      atHome(session, api.decide(itemIds, counts, seen)),
    undecidePair: (itemIds: readonly [string, string], at: string) =>
      atHome(session, api.undecide(itemIds, at)),
  };
}
