import type { KnowledgeBase } from '../../../index/contracts/search.js';
import type { Clock } from '../../../index/platform/clock.js';
import { isCoded } from '../../../index/platform/errors.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { DeskKnowledge } from '../../contracts/tools/desk-knowledge.js';
import { usableHits } from '../../turn/decisions/decide-from-hits.js';
import { sourceOf } from '../../turn/replies/answer/source-of.js';

export interface KnowledgeParts {
  readonly knowledgeBase: KnowledgeBase;
  readonly clock: Clock;
  readonly settings: { readonly OLD_ANSWER_MONTHS: number };
}

/** As many as are read while a customer waits. */
const MOST_FOUND = 5;
/** So many searches of one agent run and wait: a page asks for one at a time, and each costs the model's time. */
const MOST_UNDER_WAY = 4;

/** Agents' searches, on the knowledge base that the bot answers from: who searches much waits, and nobody else for them. */
export function createKnowledge({ knowledgeBase, clock, settings }: KnowledgeParts): DeskKnowledge {
  const lanes = createLanes();
  return {
    search: async (agent, words, language) => {
      if (lanes.length(agent.id) >= MOST_UNDER_WAY) return { kind: 'busy' };
      return lanes.serially(agent.id, async () => {
        const question = words.trim();
        if (question === '') return { kind: 'found', found: [] };
        try {
          const result = await knowledgeBase.search(question, { limit: MOST_FOUND });
          const rule = { now: clock.now(), oldAfterMonths: settings.OLD_ANSWER_MONTHS };
          const found = usableHits(result).map((hit) => ({
            question: hit.item.question,
            tree: hit.trees.passage,
            probability: hit.confidence.probability,
            source: sourceOf(hit.item, language, rule),
          }));
          return { kind: 'found', found };
        } catch (error) {
          if (isCoded(error, 'KNOWLEDGE_NOT_READY')) return { kind: 'not-ready' };
          throw error;
        }
      });
    },
  };
}
