import { termsOf } from '../../lexical/tokenize.js';

const list = (text: string) => text.trim().split(/\s+/);

/** Words that name nothing, in Dutch and English: before a number they are no name of a kind, and two texts share them by chance. */
const SMALL: ReadonlySet<string> = new Set([
  ...list(`
    aan al alle als bij bijna circa dan dat de deze die dit door een eerste en ervaringen geen heb heeft hele het hoe
    hun iemand ik in is je jij jou jouw jullie kan kost kosten kunnen kun laatste maar maximaal meer mag met mijn minder
    minstens mn moet na naar niet nieuw nieuwe nog nu of om ongeveer onder ons onze ook op oud oude over per pas rond
    ruim sinds te tegen terug tot tussen u uit uw vaak van vanaf veel via vind voor waar wanneer was wat we weer wel
    welk welke wil willen wordt ze zelf zijn zo zonder gewone
  `),
  ...list(`
    a about after again all also an and another any are around as at back be been before between but by can cannot
    cost costs could do does did first for from get had has have how i if in into is it its just last least less mean
    more most much my need new no normal not of off old on only or our out over per please say says since than that the
    their them then there these they this those to under until up use via was want we were what when where which while
    who why will with without would you your
  `),
  // Places in a list, keys that are pressed, and the customer's own papers.
  ...list(`
    bel bestelling call choose druk factuur invoice keuze kies klant nummer number optie option order page pagina punt
    press stap step stappen steps ticket toets type
  `),
  ...list(`
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october
  `),
]);

export function isSmallWord(word: string): boolean {
  return SMALL.has(word);
}

/** The words of a text that name something, each once, folded. */
export function namingWordsOf(text: string): ReadonlySet<string> {
  return new Set(termsOf(text).filter((word) => word.length > 1 && !SMALL.has(word)));
}

/** So many letters at the start are the same in most forms of a word. */
const STEM = 5;

/** How many words of the first have one of the second that is the same, or another form of it. */
export function countShared(these: ReadonlySet<string>, those: ReadonlySet<string>): number {
  return [...these].filter((word) => [...those].some((other) => isForm(word, other))).length;
}

function isForm(word: string, other: string): boolean {
  if (word === other) return true;
  return word.length >= STEM && other.length >= STEM && word.startsWith(other.slice(0, STEM));
}
