import type { SearchResult } from '../../index/contracts/search.js';
import { toldVerdict } from '../../index/terminal/format-answers.js';
import type { PreviewSide } from '../contracts/content/desk-releases.js';

/** What a customer would be given of what a search found. */
export function previewSide(result: SearchResult): PreviewSide {
  const verdict = toldVerdict(result);
  const isTold = verdict === 'answer' || verdict === 'doubt';
  return {
    releaseId: result.releaseId,
    verdict,
    hits: result.hits.map(({ item, confidence, passage }, place) => ({
      title: item.question,
      passage: isTold && place === 0 ? passage : null,
      author: item.author.name,
      url: item.url,
      probability: confidence.probability,
    })),
  };
}
