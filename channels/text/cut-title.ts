import { graphemesOf } from './graphemes.js';

/**
 * Cuts words for a button: whole where they fit, else up to the last whole word, or character as a reader sees it, with
 * "…" behind it.
 * @param units the most that the button shows, in UTF-16 units
 */
export function cutTitle(title: string, units: number): string {
  if (title.length <= units) return title;
  let kept = '';
  for (const grapheme of graphemesOf(title.slice(0, units + 64))) {
    if (kept.length + grapheme.length > units - 1) break;
    kept += grapheme;
  }
  const isWhole = /^\s/.test(title.slice(kept.length));
  const word = isWhole ? kept : kept.replace(/\s+\S*$/, '');
  // Of one long word, or a short and a long one, most would be lost.
  const shown = word.length >= units / 2 ? word : kept;
  return `${shown.replace(/[\s,;:.–-]+$/, '')}…`;
}
