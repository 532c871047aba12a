import { firstItems, HITS, type Peer, type PeerOptions } from './peer.js';

/** What is used of `node-nlp`. */
interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(
    language: string,
    text: string,
  ): Promise<{
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
  }>;
}

type NlpManagerClass = new (settings: object) => NlpManager;

/** The package's own threshold: below it the intent is "None". */
export const NODE_NLP_THRESHOLD = 0.5;

/**
 * node-nlp: one intent an answer, its questions as examples. With the None feature, words never seen in training speak
 * for the intent "None" and take their share of every other intent's score. The README says that it is on by default;
 * in 4.27.0 it is off unless asked for (https://github.com/axa-group/nlp.js/issues/954), so both are measured. "None"
 * itself is not an item: what is ranked behind it keeps its score, which is then below the package's threshold.
 * Source: node-nlp's README, "Example of use" and "False positives".
 */
export function createNodeNlpPeer({ language, load }: PeerOptions, useNoneFeature: boolean): Peer {
  const { NlpManager: Class } = load('node-nlp') as { NlpManager: NlpManagerClass };
  const manager = new Class({
    languages: [language],
    autoLoad: false,
    autoSave: false,
    nlu: { useNoneFeature, log: false },
  });
  let itemOfAnswer: number[] = [];
  return {
    async build(items) {
      itemOfAnswer = firstItems(items);
      for (const { question, answerNumber } of items) {
        manager.addDocument(language, question, `answer.${answerNumber}`);
      }
      await manager.train();
    },
    async search(question) {
      const { classifications } = await manager.process(language, question);
      return classifications
        .filter(({ intent, score }) => intent.startsWith('answer.') && score > 0)
        .slice(0, HITS)
        .map(({ intent, score }) => ({
          itemIndex: itemOfAnswer[Number(intent.slice('answer.'.length))] ?? -1,
          score,
        }));
    },
  };
}
