/** A longer reply says more than where the answer is. */
const MOST_WORDS = 10;

/** Words that point at another reply. */
const POINTING =
  /\^|[👆☝]|(?<!\p{L})(?:dit|dat|deze|die|this|that|above|boven|hierboven|bovenstaand|bovenstaande)(?!\p{L})/iu;
/** What else such a reply says; with anything beside these it says something itself. */
const FILLING = new Set(
  (
    'dit dat deze die this that these those above boven hierboven bovenstaand bovenstaande zie see look ' +
    'dus so is was het de een the a it antwoord answer oplossing solution reactie reply post comment bericht ' +
    'tip juiste correct right goede good best beste exact exactly precies just gewoon one helemaal inderdaad indeed ' +
    'werkte werkt worked works did hielp helpt helped helps loste solved fixed op voor bij mij me for my mijn ' +
    'thanks thank you thx bedankt dank je jullie wel u +1 plus one agree agreed eens ditto'
  ).split(' '),
);
/** "van Jan", "by @jan". */
const OF_SOMEBODY = /(?:^|\s)(?:van|by|of|from)\s+@?[\p{L}\p{N}_.-]{1,40}/giu;

/**
 * Whether a reply only points at another one: "Dit dus ^^", "This is the solution 👆", "See the answer above". It was
 * accepted in place of what it points at, and says nothing without it.
 * @param text plain words
 */
export function onlyPoints(text: string): boolean {
  if (!POINTING.test(text)) return false;
  const words = text
    .replace(OF_SOMEBODY, ' ')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => (word === '+1' ? word : word.replace(/[^\p{L}\p{N}]/gu, '')))
    .filter((word) => word !== '');
  return words.length <= MOST_WORDS && words.every((word) => FILLING.has(word));
}
