import { stripMarkdown } from '../text/strip-markdown.js';
import { onlySaysOutdated, sentencesOf } from './signs-of-change.js';

/** What is left says so many words at least. */
const FEWEST_WORDS = 8;

/** A word or two before a colon that announce a correction and say nothing of it. */
const LABEL =
  /^[*_\s]*(?:\p{L}+[ /]){0,2}(?:correctie|rectificatie|rechtzetting|aanvulling|update|edit|bewerkt|correction|rectification|addition|addendum|aanpassing)(?!\p{L})[^.:!?\n]{0,20}:[*_\s]+(?=\S)/iu;

/** Takes the word off that announces a correction: who shows it says that it is one. Markdown in and out. */
export function dropLabel(markdown: string): string {
  const label = LABEL.exec(markdown)?.[0] ?? '';
  const isWhole = ['**', '__'].every((mark) => (label.split(mark).length - 1) % 2 === 0);
  if (label === '' || !isWhole) return markdown;
  return markdown.slice(label.length);
}

/**
 * Takes the opening of a correction off that only says that something above it is outdated: where it is read by itself
 * nothing stands above it, and who shows it says so. Markdown in and out.
 */
export function dropPointer(markdown: string): string {
  const opening = /^(\*\*|__)(?:(?!\1)[^\n]){1,300}\1[ \t]*/.exec(markdown)?.[0] ?? firstSentence(markdown);
  if (opening === null || !onlySaysOutdated(stripMarkdown(opening))) return markdown;
  const rest = markdown.slice(opening.length).trim();
  return stripMarkdown(rest).split(' ').length >= FEWEST_WORDS ? rest : markdown;
}

/** Null where it would end inside a mark. */
function firstSentence(markdown: string): string | null {
  const line = /^[^\n]*/.exec(markdown)?.[0] ?? '';
  const first = sentencesOf(line)[0] ?? '';
  return /[*_`[\]]/.test(first) || first === '' ? null : line.slice(0, line.indexOf(first) + first.length);
}
