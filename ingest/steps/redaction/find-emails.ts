import { type Finding, patternFinder } from './finding.js';

// Markdown may have put a backslash before an underscore. The lookbehind keeps the search linear on long runs.
const PLAIN =
  /(?<![\p{L}\d._%+'\\-])(?:[\p{L}\d._%+'-]|\\_){1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,62}))(?:\.[\p{L}\d-]{2,63}){1,4}/dgu;
/** "jan (at) example (dot) nl" */
const SPELLED =
  /(?<![\p{L}\d._+-])[\p{L}\d._+-]{1,64} ?\\?[([{] ?(?:at|apenstaartje|@) ?\\?[)\]}] ?[\p{L}\d-]{1,63}(?: ?(?:\.|\\?[([{] ?(?:dot|punt) ?\\?[)\]}]) ?[\p{L}\d-]{2,24}){1,3}/dgiu;

const finders = [patternFinder('email', PLAIN), patternFinder('email', SPELLED)];

/** E-mail addresses, also spelled with (at) and (dot). */
export function findEmails(text: string): Finding[] {
  return finders.flatMap((find) => find(text));
}
