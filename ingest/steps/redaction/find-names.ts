import { type Finding, patternFinder } from './finding.js';

const LEAD = String.raw`(?<!\p{L})(?:[Mm](?:ijn|'n) (?:volledige )?naam is|[Ii]k heet|[Mm]y (?:full )?name(?: is|'s|’s)|[Ii]ch heiße|[Mm]ein [Nn]ame ist|[Jj]e m'appelle|[Tt]\.?n\.?v\.?|[Tt]en name van)[ :]{1,2}[*_"'“‘]{0,3}`;
const PARTICLES = "(?:(?:van|de|der|den|het|ten|ter|te|el|al|von|vom|zu|di|da|du|la|le|'t|in|op)[ ]){0,3}";
const PART = String.raw`\p{Lu}[\p{L}'’]*\p{L}(?:-\p{Lu}?\p{L}+)*`;
const TITLE = String.raw`(?:(?:[Dd]hr|[Mm]evr|[Mm]w|[Mm]rs?|[Mm]s|[Dd]rs?|[Ii]r|[Ii]ng|[Pp]rof)\.?|[Dd]e heer|[Mm]evrouw|[Mm]eneer|Herr|Frau) `;
/** Initials; of two letters only those that stand for a known name, or "Mijn naam is Jo. Ik …" would be one. */
const INITIAL = String.raw`(?:\p{Lu}|Th|Ch|Chr|Ph|Joh|Jac|Fr|IJ|Ij|Tj|Sj|St|Wm|Alb|Corn|Gerh|Nic)\.[ ]?-?`;
const CAPITALISED = `(?:${TITLE}){0,3}(?:(?:${INITIAL}){1,6}${PARTICLES})?${PARTICLES}${PART}(?:[ ]${PARTICLES}${PART}){0,3}`;

/** What may follow "mijn naam is" in lower case without being a name: "… niet bekend", "… fout gespeld". */
const NO_NAME =
  'niet|nog|al|ook|op|in|fout|verkeerd|onjuist|goed|juist|gewijzigd|veranderd|anders|bekend|not|still|already|wrong|incorrect|misspelled|spelled|on|the|a|an|now|different|listed|missing|changed|known|written';
const LOWER = String.raw`(?!(?:${NO_NAME})(?!\p{L}))\p{Ll}{2,}(?:[ ](?!(?:${NO_NAME}|en|and|ik|i|maar|but)(?!\p{L}))\p{Ll}{2,}){1,3}(?=[ ]*(?:[,.;!\n]|$|[ ](?:en|and)[ ]))`;

const finders = [
  patternFinder('name', new RegExp(`${LEAD}(?<found>${CAPITALISED})`, 'dgu')),
  patternFinder('name', new RegExp(`${LEAD}(?<found>${LOWER})`, 'dgu')),
];

/** Names that somebody introduces themselves with, or that an account stands in. */
export function findNames(text: string): Finding[] {
  return finders.flatMap((find) => find(text));
}
