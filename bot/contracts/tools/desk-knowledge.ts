import type { BestGuess, DeskAgent } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';

/** What a search in the knowledge came to. */
export type KnowledgeOutcome =
  /** The best first, each question once; five at most. */
  | { readonly kind: 'found'; readonly found: readonly BestGuess[] }
  /** There is no index to search: before the first ingest and during an upgrade. */
  | { readonly kind: 'not-ready' }
  /** This agent has as many searches under way as wait for each other: nothing was searched. */
  | { readonly kind: 'busy' };

/** The knowledge that the bot answers from, for agents who look themselves. */
export interface DeskKnowledge {
  /**
   * Searches as the bot does. One search of an agent at a time; a few that follow wait.
   * @param words a question, or words of one
   * @param language of the customer: the lines about a source are in it
   */
  search(agent: DeskAgent, words: string, language: SpokenLanguage): Promise<KnowledgeOutcome>;
}
