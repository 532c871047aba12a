import { HITS, type Peer, type PeerOptions } from './peer.js';

/** What is used of `minisearch`. */
interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(query: string): readonly { readonly id: number; readonly score: number }[];
}

type MiniSearchClass = new (options: object) => MiniSearch;

/**
 * MiniSearch with what its documents show: a fifth of a word's letters may be wrong and its beginning is enough, both
 * for words of more than three letters, and a word in the title (here the question) counts twice. Without that limit on
 * short words, which the documents show too, it finds less.
 * Source: MiniSearch's README, "Search options", and its reference, "SearchOptions".
 */
export function createMinisearchPeer({ load }: PeerOptions): Peer {
  const Class = load('minisearch') as MiniSearchClass;
  const index = new Class({
    fields: ['question', 'answer'],
    searchOptions: {
      boost: { question: 2 },
      fuzzy: (word: string) => (isLong(word) ? 0.2 : false),
      prefix: isLong,
    },
  });
  return {
    build(items) {
      index.addAll(items.map(({ question, answer }, id) => ({ id, question, answer })));
    },
    search(question) {
      return index
        .search(question)
        .slice(0, HITS)
        .map(({ id, score }) => ({ itemIndex: id, score }));
    },
  };
}

function isLong(word: string): boolean {
  return word.length > 3;
}
