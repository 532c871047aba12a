import { decodeEntities } from '../markdown/parse-html.js';
import { cleanCharacters } from './clean-characters.js';
import { repairReferences } from './repair-references.js';

/** Longest question kept, in characters; a title beyond that is a story pasted in. */
const LONGEST = 500;

/** Longest that is looked at; entities and blanks may stand for less. */
const READ = 4_000;

/** A title as one line of plain text: entities decoded, spaces and line ends as one space. */
export function plainLine(title: string): string {
  const line = cleanCharacters(decodeEntities(repairReferences(title.slice(0, READ))))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
