import type { DeskDifference, DeskSnapshot, NumberedSnapshot } from '../contracts.js';
import { createToldEntries, isEmpty } from './entry-difference.js';
import { eventText } from './event-text.js';

/** What pages are told of one picture of the desk: events, each written once for all of them. */
export interface Telling {
  /** For a page that was told nothing yet. */
  everything(): string;
  /** For one that was told all before; null where nothing changed. */
  readonly difference: string | null;
}

export interface Tellings {
  /** @param changedIds conversations that changed since the picture before */
  next(snapshot: DeskSnapshot, changedIds: readonly string[]): Telling;
  /** Whether what stands beside the rows is as it was told last. */
  isTold(state: Pick<DeskSnapshot, 'notices' | 'pause'>): boolean;
}

/** Makes numbered tellings of one picture of the desk after the other. */
export function createTellings(): Tellings {
  const told = createToldEntries();
  let toldState = '';
  let toldStandings: ReadonlyMap<string, string> = new Map();
  let sequence = 0;
  return {
    next(snapshot, changedIds) {
      const { entries: list, standings: all, ...rest } = snapshot;
      const state = wordsOf(snapshot);
      const standingsNow = new Map(all.map((standing) => [standing.agentId, JSON.stringify(standing)]));
      const standings = all.filter(({ agentId }) => toldStandings.get(agentId) !== standingsNow.get(agentId));
      const signedOut = [...toldStandings.keys()].filter((id) => !standingsNow.has(id));
      const entries = told.next(list);
      const isTeamChanged = standings.length > 0 || signedOut.length > 0;
      const isChanged = changedIds.length > 0 || isTeamChanged || state !== toldState;
      const isNew = isChanged || !isEmpty(entries);
      if (isNew) sequence += 1;
      [toldState, toldStandings] = [state, standingsNow];
      const everything: NumberedSnapshot = Object.assign({}, snapshot, { sequence });
      const difference: DeskDifference = Object.assign({}, rest, {
        sequence,
        entries,
        standings,
        signedOut,
        changedIds,
      });
      let written: string | null = null;
      return {
        everything: () => (written ??= eventText('everything', everything)),
        difference: isNew ? eventText('difference', difference) : null,
      };
    },
    isTold: (state) => wordsOf(state) === toldState,
  };
}

function wordsOf({ notices, pause }: Pick<DeskSnapshot, 'notices' | 'pause'>): string {
  return JSON.stringify({ notices, pause });
}
