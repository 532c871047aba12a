import type { Wordings } from '../phrases/phrases.js';

/** The first wording that was not said last: never the same words twice in a row. */
export function say(wordings: Wordings, lastSaid: string | null): string {
  return wordings.find((wording) => wording !== lastSaid) ?? wordings[0];
}
