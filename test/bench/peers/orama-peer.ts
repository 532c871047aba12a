import { HITS, type Peer, type PeerOptions } from './peer.js';

/** What is used of `@orama/orama`. */
interface Orama {
  create(options: object): unknown;
  insertMultiple(database: unknown, documents: readonly object[]): unknown;
  search(
    database: unknown,
    query: object,
  ): Promise<{ readonly hits: readonly { readonly id: string; readonly score: number }[] }>;
}

/**
 * Orama's full-text search with stemming and stop words of the items' language; a word in the question counts twice.
 * Source: Orama's documents, "Typo tolerance", "Fields boosting", "Stemming", "Stop words".
 * @param tolerance how many letters of a word may be wrong; the documents show 1, the default is 0
 */
export function createOramaPeer({ language, load }: PeerOptions, tolerance: 0 | 1): Peer {
  const orama = load('@orama/orama') as Orama;
  const database = orama.create({
    schema: { question: 'string', answer: 'string' },
    components: { tokenizer: tokenizerOptions(language, load) },
  });
  return {
    async build(items) {
      await orama.insertMultiple(
        database,
        items.map(({ question, answer }, itemIndex) => ({ id: String(itemIndex), question, answer })),
      );
    },
    async search(question) {
      const { hits } = await orama.search(database, {
        term: question,
        tolerance,
        boost: { question: 2 },
        limit: HITS,
      });
      return hits.map(({ id, score }) => ({ itemIndex: Number(id), score }));
    },
  };
}

/** The English stemmer is built in, the others and all stop words are packages beside it. */
function tokenizerOptions(language: string, load: PeerOptions['load']): object {
  const name = language === 'nl' ? 'dutch' : 'english';
  const { stopwords } = load(`@orama/stopwords/${name}`) as { stopwords: readonly string[] };
  const options = { language: name, stemming: true, stopWords: stopwords };
  if (name === 'english') return options;
  const { stemmer } = load(`@orama/stemmers/${name}`) as { stemmer: unknown };
  return { ...options, stemmer };
}
