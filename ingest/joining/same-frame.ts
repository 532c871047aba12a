/**
 * Words that stand for each other in a question without asking about something else: articles, whose, who asks, what is possible or
 * wanted, in Dutch and English. What turns a question round (on, without, before, not), when, why and how long are none of them.
 */
const INTERCHANGEABLE = new Set(
  (
    'de het een mijn je jouw uw onze ons hun zijn haar u ik wij we jullie men iemand er dan nu ook nog even wel graag eigenlijk precies ' +
    'kan kun kunt kunnen mag mogen moet moeten wil wilt willen ga gaat gaan heb hebt heeft hebben word wordt ben bent is zo toch ' +
    'dat die deze dit hoe waar wat welke het lukt mogelijk svp aub hallo hoi zelf ' +
    'the a an my your our their his her its i we you one they somebody someone to do does did can could may might must should shall ' +
    'would will want wants need needs is are am be been it this that these those there how where what which please now just still ' +
    'actually exactly possible hello hi have has had get got so for of myself'
  ).split(' '),
);

/** Questions are compared up to so many words; a title that is longer is a story. */
const MOST_WORDS = 30;
/** Two questions have one frame where so much of the shorter one stands in the other in the same order, and so many words. */
const FRAME = { share: 0.5, words: 1 } as const;
/** More than so many words apart are no swap, but another way to ask. */
const MOST_SWAPPED = 3;
/** Share of the longer word from its beginning on that makes two words forms of one. A compound is another thing than its part. */
const FORM = { share: 0.6, letters: 3 } as const;

/** What stands in one of two questions of one frame only. */
interface Swap {
  readonly ofLeft: readonly string[];
  readonly ofRight: readonly string[];
}

/**
 * What is swapped where two questions are built alike ("Is a dental check-up covered?", "Is an eye check-up covered?"). Whoever asks the
 * same in other words builds another sentence; whoever asks about another thing often swaps one word.
 * @returns null where the questions are built otherwise, or nothing that counts is swapped
 */
export function swapInFrame(left: string, right: string): Swap | null {
  const [these, those] = [wordsOf(left), wordsOf(right)];
  const kept = commonInOrder(these, those);
  const shorter = Math.min(these.length, those.length);
  if (kept.length < FRAME.words || kept.length < FRAME.share * shorter) return null;
  const [hereOnly, thereOnly] = [without(these, kept), without(those, kept)];
  const ofLeft = hereOnly.filter((word) => !those.some((other) => isForm(word, other)));
  const ofRight = thereOnly.filter((word) => !these.some((other) => isForm(word, other)));
  if (ofLeft.length + ofRight.length === 0) return null;
  return Math.max(ofLeft.length, ofRight.length) > MOST_SWAPPED ? null : { ofLeft, ofRight };
}

function wordsOf(question: string): string[] {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).slice(0, MOST_WORDS).filter((word) => !INTERCHANGEABLE.has(word));
}

/** The longest run of words, not all side by side, that both have in this order. */
function commonInOrder(these: readonly string[], those: readonly string[]): string[] {
  let before: (readonly string[])[] = Array.from({ length: those.length + 1 }, () => []);
  for (const word of these) {
    const row: (readonly string[])[] = [[]];
    for (const [place, other] of those.entries()) {
      const [above, left, corner] = [before[place + 1] ?? [], row[place] ?? [], before[place] ?? []];
      row.push(word === other ? [...corner, word] : above.length >= left.length ? above : left);
    }
    before = row;
  }
  return [...(before[those.length] ?? [])];
}

/** What is left of a list of words, in order, when each of others is taken out once. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const open = [...others];
  return words.filter((word) => {
    const place = open.indexOf(word);
    if (place >= 0) open.splice(place, 1);
    return place < 0;
  });
}

function isForm(word: string, other: string): boolean {
  if (word === other) return true;
  if (/\p{N}/u.test(word + other)) return false;
  let shared = 0;
  while (shared < word.length && word[shared] === other[shared]) shared += 1;
  return shared >= Math.max(FORM.letters, FORM.share * Math.max(word.length, other.length));
}
