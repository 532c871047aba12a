import { stripMarkdown } from '../text/strip-markdown.js';
import { onlySaysOutdated, sentencesOf } from './signs-of-change.js';

/** What is left says so many words at least. */
const FEWEST_WORDS = 8;

/** A word or two before a colon that announce a correction and say nothing of it. */
const LABEL =
  /^[*_\s]*(?:\p{L}+[ /]){0,2}(?:correctie|rectificatie|rechtzetting|aanvulling|update|edit|bewerkt|correction|rectification|addition|addendum|aanpassing)(?!\p{L})[^.:!?\n]{0,20}:[*_\s]+(?=\S)|^[^.:!?\n]{0,60}(?<!\p{L})(?:amend|correct|revise|put (?:this|that) right|come back (?:to|on)|coming back (?:to|on)|bijstellen|rechtzetten|corrigeren|aanvullen|terugkomen op)(?!\p{L})[^.:!?\n]{0,40}:[*_\s]+(?=\S)/iu;

/** "Nee hoor, dat klopt niet: …", "That used to be so. …": says no more than that what stands above is wrong. */
const DENIES =
  /^(?:(?:nee|neen|nope|no|sorry|helaas)[, ]{1,2}(?:hoor[, ]{1,2})?)?(?:(?:dat|dit|het) (?:klopt|is) (?:\p{L}{1,10} )?niet(?! meer)(?: (?:helemaal|juist|waar|zo))?|(?:dat|dit) (?:was|is) (?:vroeger|eerst) zo|(?:that|this|it) (?:(?:is not|isn['’]t)(?: \p{L}{1,10})? (?:true|right|correct|the case|so)|(?:was|is) (?:wrong|incorrect|outdated))|(?:that|this|it) used to be (?:so|true|the case))[ ]?[.:;!–-][ ]{1,2}(?=\S)|^(?:sorry|excuses|oeps|oops)?[,! ]{0,2}(?:i was (?:wrong|mistaken)|ik (?:zat|had|heb) (?:er(?: hier)? ?naast|ernaast|fout|mis|het mis|het fout|het verkeerd))(?: (?:above|earlier|hierboven|eerder))?[ ]?[,.:;!–-][ ]{1,2}(?=\S)/iu;

/** Takes the opening off that only denies what stands above, which nobody sees beside it. Markdown in and out. */
export function dropDenial(markdown: string): string {
  const denial = DENIES.exec(markdown)?.[0] ?? '';
  const said = markdown.slice(denial.length);
  if (denial === '' || stripMarkdown(said).split(' ').length < FEWEST_WORDS) return markdown;
  return said;
}

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
  const said = dropDenial(markdown);
  if (said !== markdown) return said;
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
