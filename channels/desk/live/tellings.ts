import type { DeskDifference, DeskSnapshot, NumberedSnapshot } from '../contracts.js';
import { differenceOf, isEmpty, NOTHING_TOLD, toldEntries } from './entry-difference.js';

/** What pages are told of one picture of the desk. */
export interface Telling {
  /** For a page that was told nothing yet. */
  readonly everything: NumberedSnapshot;
  /** For one that was told all before; null where nothing changed. */
  readonly difference: DeskDifference | null;
}

export interface Tellings {
  /** @param changedIds conversations that changed since the picture before */
  next(snapshot: DeskSnapshot, changedIds: readonly string[]): Telling;
  /** Whether what stands beside the rows is as it was told last. */
  isTold(state: Pick<DeskSnapshot, 'notices' | 'pause'>): boolean;
}

/** Makes numbered tellings of one picture of the desk after the other. */
export function createTellings(): Tellings {
  let told = NOTHING_TOLD;
  let toldState = '';
  let toldStandings: ReadonlyMap<string, string> = new Map();
  let sequence = 0;
  return {
    next(snapshot, changedIds) {
      const { entries: list, standings: all, ...rest } = snapshot;
      const standings = all.filter(
        (standing) => toldStandings.get(standing.agentId) !== JSON.stringify(standing),
      );
      const [now, state] = [toldEntries(list), wordsOf(snapshot)];
      const entries = differenceOf(told, now, list);
      const isChanged = changedIds.length > 0 || standings.length > 0 || state !== toldState;
      const isNew = isChanged || !isEmpty(entries);
      if (isNew) sequence += 1;
      [told, toldState] = [now, state];
      toldStandings = new Map(all.map((standing) => [standing.agentId, JSON.stringify(standing)]));
      return {
        everything: Object.assign({}, snapshot, { sequence }),
        difference: isNew ? Object.assign({}, rest, { sequence, entries, standings, changedIds }) : null,
      };
    },
    isTold: (state) => wordsOf(state) === toldState,
  };
}

function wordsOf({ notices, pause }: Pick<DeskSnapshot, 'notices' | 'pause'>): string {
  return JSON.stringify({ notices, pause });
}
