import type { SearchFilter } from '../index/contracts/filters.js';
import type { KnowledgeBase, SearchOptions } from '../index/contracts/search.js';
import { isCoded } from '../index/platform/errors.js';
import type { Log } from '../index/platform/log.js';
import { inSpan } from '../index/platform/telemetry/spans.js';
import type { BotWatch } from './contracts/bot-watch.js';
import type { TurnFound, TurnState, Understanding } from './turn/contracts.js';
import { contextOf, mergeResults, searchFor, standsAlone } from './turn/turn.js';

export interface FindParts {
  readonly knowledgeBase: KnowledgeBase;
  readonly log: Log;
  readonly watch?: Pick<BotWatch, 'searchEnded'>;
}

/** What a turn's search gave; `found` is null where none was needed, or where a suggestion alone could not be searched. */
export interface TurnSearched {
  readonly found: TurnFound | null;
  /** Whether there is an index to search: none before the first ingest and during an upgrade. */
  readonly isSearchable: boolean;
}

/**
 * Searches what a turn needs.
 * @param filter what may be found where the question comes from; null for everything
 * @throws what the search throws, where the turn cannot go on without it
 */
export async function findForTurn(
  { knowledgeBase, log, watch }: FindParts,
  understanding: Understanding,
  state: TurnState,
  filter: SearchFilter | null = null,
): Promise<TurnSearched> {
  const search = searchFor(understanding, state);
  if (!search) return { found: null, isSearchable: true };
  const { exclude, language } = search;
  const options = {
    exclude,
    ...(language === null ? {} : { language }),
    ...(filter === null ? {} : { filter }),
  };
  const find = (text: string, how: SearchOptions) =>
    inSpan('search', {}, () => knowledgeBase.search(text, how));
  const beganAt = performance.now();
  try {
    const alone = await find(search.text, options);
    const withContext =
      search.withContext === null || standsAlone(alone, search.text)
        ? null
        : await find(search.withContext, { ...options, ...beginningWith(state) });
    watch?.searchEnded((performance.now() - beganAt) / 1_000);
    return { found: mergeResults(alone, withContext, search.text), isSearchable: true };
  } catch (error) {
    // The desk and `/readyz` say why.
    if (isCoded(error, 'KNOWLEDGE_NOT_READY')) return { found: null, isSearchable: false };
    // Whoever asks for a person gets one, whether there is a suggestion for the agent or not.
    if (!search.isOptional) throw error;
    log.warn('A suggestion for the agent could not be searched.', { error });
    return { found: null, isSearchable: true };
  }
}

/** The question before was searched just now, and the model need not read it again. */
function beginningWith(state: TurnState): { readonly beginning?: string } {
  const beginning = contextOf(state);
  return beginning === null ? {} : { beginning };
}
