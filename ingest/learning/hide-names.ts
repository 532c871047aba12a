import { isFirstName } from '../steps/redaction/first-names.js';
import { labelFor } from '../steps/redaction/labels.js';

const WORD = String.raw`\p{L}[\p{L}'’-]*`;
const CAPITAL = String.raw`\p{Lu}[\p{L}'’-]+`;
const PARTICLES = String.raw`(?:(?:van|von|de|den|der|des|ter|ten|te|el|al|bin|ben|da|di|le|la|du|het|'t)[ ]){0,3}`;
/** Words in lower case behind which somebody is named, such as "op naam van piet jansen", "mijn buurvrouw truus". */
const BEFORE_NAME = String.raw`(?:op naam van|op de naam van|in (?:the )?name of|genaamd|heet|heten|named|(?:mijn|onze|m'n|my|our) (?:ex-?)?(?:man|vrouw|zoon|dochter|kind|vader|moeder|pa|ma|opa|oma|broer|zus|oom|tante|neef|nicht|buurman|buurvrouw|buren|vriend|vriendin|partner|collega|huisgenoot|schoon(?:vader|moeder|zoon|dochter)|husband|wife|son|daughter|father|mother|dad|mum|mom|brother|sister|uncle|aunt|neighbou?r|friend|boyfriend|girlfriend|colleague|roommate))`;

const PATTERNS: readonly RegExp[] = [
  // A first name with a family name behind it, in capitals, wherever it stands.
  new RegExp(`(?<!\\p{L})(?<first>${CAPITAL})(?:[ ]${PARTICLES}${CAPITAL})+`, 'gu'),
  // A first name in capitals within a sentence; at its beginning it may be another word ("Will …", "May …").
  new RegExp(`(?<=[\\p{L}\\p{N},;:)][ ])(?<first>${CAPITAL})(?!\\p{L})`, 'gu'),
  // In lower case only where somebody is named.
  new RegExp(
    `(?<=(?<!\\p{L})${BEFORE_NAME}[ ])(?<first>${WORD})(?:[ ]${PARTICLES}(?!(?:is|in|en|die|dat|niet|heeft|kan|and|who|has|can|van)\\b)${WORD})?`,
    'giu',
  ),
];

/**
 * Takes names out of running text, beyond what `redact` does: there a name must stand where only people stand, because the text is
 * an answer that others read. Of a question that is kept with a verdict little is lost where a word too many goes.
 */
export function hideNames(text: string, language: string): string {
  return PATTERNS.reduce(
    (hidden, pattern) =>
      hidden.replace(pattern, (found, ...more) => {
        const { first } = more.at(-1) as { readonly first: string };
        return isFirstName(first) ? labelFor('name', language) : found;
      }),
    text,
  );
}
