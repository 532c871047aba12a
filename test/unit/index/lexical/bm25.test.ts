import { describe, expect, it } from 'vitest';
import { createBm25 } from '../../../../index/lexical/bm25.js';
import { createDocumentTermsBuilder } from '../../../../index/lexical/document-terms.js';
import { fc } from '../../../support/properties.js';

const DOCUMENTS = [
  ['sim', 'card', 'activate'],
  ['sim', 'card', 'lost', 'sim'],
  ['router', 'light', 'red'],
  [],
];

describe('createBm25', () => {
  it('scores rare terms above common ones', () => {
    const query = bm25Of(DOCUMENTS).query(['sim', 'router']);
    const [activate = 0, , router = 0] = query.scoreAll();
    expect(router).toBeGreaterThan(activate);
  });

  it('lets unknown words of the question lower every score', () => {
    const bm25 = bm25Of(DOCUMENTS);
    const router = Uint32Array.of(2);
    const [withUnknown = 0] = bm25.query(['router', 'norwegian']).scoreEach(router);
    const [alone = 0] = bm25.query(['router']).scoreEach(router);
    expect(withUnknown).toBeLessThan(alone);
  });

  it('gives a question without words no score', () => {
    expect([...bm25Of(DOCUMENTS).query([]).scoreAll()]).toEqual([0, 0, 0, 0]);
  });

  it('is the formula, computed naively', () => {
    const term = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const terms = fc.array(term, { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 8 }), terms, (documents, question) => {
        const query = bm25Of(documents).query(question);
        const all = query.scoreAll();
        documents.forEach((document, at) => {
          const expected = naiveScore(documents, document, question);
          expect(all[at]).toBeCloseTo(expected, 5);
        });
        const every = Uint32Array.from(documents, (_, at) => at);
        for (const some of [every, every.filter((at) => at % 2 === 1), every.filter((at) => at % 3 === 0)]) {
          expect([...query.scoreEach(some)]).toEqual([...some].map((at) => all[at]));
        }
      }),
    );
  });
});

function bm25Of(documents: readonly (readonly string[])[]) {
  const builder = createDocumentTermsBuilder();
  for (const document of documents) builder.add(document);
  return createBm25(builder.finish());
}

function naiveScore(documents: string[][], document: string[], question: string[]): number {
  const n = documents.length;
  const meanLength = documents.flat().length / n || 1;
  const idf = (term: string) => {
    const df = documents.filter((other) => other.includes(term)).length;
    return Math.log(1 + (n - df + 0.5) / (df + 0.5));
  };
  const mass = question.reduce((sum, term) => sum + idf(term), 0);
  const score = question.reduce((sum, term) => {
    const tf = document.filter((other) => other === term).length;
    const held = tf + 1.2 * (0.25 + (0.75 * document.length) / meanLength);
    return sum + (tf === 0 ? 0 : (idf(term) * tf * 2.2) / held);
  }, 0);
  return mass === 0 ? 0 : score / mass;
}
