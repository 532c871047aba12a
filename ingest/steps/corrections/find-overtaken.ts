import type { Item } from '../../../index/contracts/items.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { type SignsOfChange, saysOldThreadIsOutdated, signsOfChange, yearsIn } from './signs-of-change.js';
import { subjectWords } from './subject-words.js';
import { namesOtherAmount, turnsVerdict } from './turns-round.js';

/** From here on an answer is of another time than the one before. */
const LATER_MS = 150 * 24 * 60 * 60 * 1000;
/** Cosine of the words of two questions from which both ask the same, and where one says that an old thread is outdated. */
const SAME_QUESTION = 0.5;
const SAME_SUBJECT = 0.4;
/** Words of the question that two threads share at least. */
const FEWEST_SHARED = 2;
/** A word in more of the questions than this share leads to no candidates. */
const MOST_QUESTIONS = 0.2;
/** So much of an answer is read. */
const READ = 1_200;

/** An answer that says of itself that something is otherwise by now. */
interface Newer {
  readonly item: Item;
  readonly at: number;
  readonly words: ReadonlySet<string>;
  readonly signs: SignsOfChange;
  readonly saysOldIsOutdated: boolean;
  readonly links: readonly string[];
}

/**
 * Finds the answers that a newer thread's answer overtakes: it is of the same language, written much later, says since when
 * something is otherwise or that the old thread is outdated, and either links to the old thread or answers the same
 * question with another verdict or amount.
 *
 * @param items gives all items, read twice; only those that speak of a change are kept in memory
 * @param speaks whether the answer of an item speaks of a change, where that is known already
 * @returns the newer item by the older one's id
 */
export function findOvertaken(
  items: () => Iterable<Item>,
  speaks: (item: Item) => boolean = ({ answer }) => speaksOfChange(answer),
): Map<string, Item> {
  const { newer, weigh, byWord } = gatherNewer(items(), speaks);
  const overtaken = new Map<string, Item>();
  if (newer.length === 0) return overtaken;
  for (const item of items()) {
    const best = bestFor(item, { newer, weigh, byWord });
    if (best) overtaken.set(item.id, best.item);
  }
  return overtaken;
}

/** Whether an answer says that something is otherwise by now: only such ones overtake others. */
export function speaksOfChange(answer: string): boolean {
  const { isDated, isByNow, isWrong } = signsOfChange(stripMarkdown(answer.slice(0, READ)));
  return isDated || isByNow || isWrong;
}

interface Gathered {
  readonly newer: readonly Newer[];
  /** How much a word tells: less the more questions have it. */
  readonly weigh: (word: string) => number;
  /** Numbers of newer items by the words of their questions. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

function gatherNewer(items: Iterable<Item>, speaks: (item: Item) => boolean): Gathered {
  const newer: Newer[] = [];
  const questionsWith = new Map<string, number>();
  const byWord = new Map<string, number[]>();
  const questionsIn = new Map<string, number>();
  for (const item of items) {
    questionsIn.set(item.language, (questionsIn.get(item.language) ?? 0) + 1);
    const words = questionWords(item);
    for (const word of words) questionsWith.set(word, (questionsWith.get(word) ?? 0) + 1);
    const at = timeOf(item.answeredAt);
    if (at === null || !speaks(item)) continue;
    const text = stripMarkdown(item.answer.slice(0, READ));
    const signs = signsOfChange(text);
    for (const word of words) {
      const holders = byWord.get(word) ?? [];
      holders.push(newer.length);
      byWord.set(word, holders);
    }
    const links = [...item.answer.slice(0, READ).matchAll(/\]\((https?:[^()\s]{1,500})\)/g)];
    newer.push({
      item,
      at,
      words,
      signs,
      saysOldIsOutdated: saysOldThreadIsOutdated(text),
      links: links.map(([, url = '']) => url),
    });
  }
  const questions = (word: string) => questionsIn.get(word.split(' ')[0] ?? '') ?? 1;
  for (const [word, holders] of byWord) {
    if (holders.length > Math.max(FEWEST_SHARED + 1, questions(word) * MOST_QUESTIONS)) byWord.delete(word);
  }
  const weigh = (word: string) => Math.log(1 + questions(word) / (questionsWith.get(word) ?? 1));
  return { newer, byWord, weigh };
}

function bestFor(older: Item, { newer, weigh, byWord }: Gathered): Newer | null {
  const at = timeOf(older.answeredAt);
  if (at === null) return null;
  const words = questionWords(older);
  const near = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
  if (near.size === 0) return null;
  let best: Newer | null = null;
  let highest = 0;
  const before = stripMarkdown(older.answer.slice(0, READ));
  for (const number of near) {
    const candidate = newer[number] as Newer;
    if (candidate.item.language !== older.language || candidate.at - at < LATER_MS) continue;
    const closeness = closenessOf(words, candidate.words, weigh);
    const isLinked = candidate.saysOldIsOutdated && candidate.links.some((link) => leadsTo(link, older.url));
    const value = isLinked ? 1 + closeness : closeness;
    if (value <= highest) continue;
    if (!isLinked && !overtakes(candidate, closeness, before, at)) continue;
    highest = value;
    best = candidate;
  }
  return best;
}

function overtakes(
  { signs, saysOldIsOutdated }: Newer,
  closeness: number,
  before: string,
  at: number,
): boolean {
  if (saysOldIsOutdated && closeness >= SAME_SUBJECT) return true;
  const year = new Date(at).getUTCFullYear();
  const isNews = signs.isWrong || signs.isByNow || yearsIn(signs.opening).some((named) => named > year);
  const isTurned = namesOtherAmount(before, signs.opening) || turnsVerdict(before, signs.opening);
  return isNews && isTurned && closeness >= SAME_QUESTION;
}

/** The words of a question with its language before them: how rare a word is depends on it. */
function questionWords({ question, tags, language }: Item): Set<string> {
  const words = subjectWords(`${question} ${tags.join(' ').replaceAll('-', ' ')}`);
  return new Set([...words].map((word) => `${language} ${word}`));
}

/** Cosine of two sets of words, each weighed; 0 where they share fewer than two. */
function closenessOf(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  weigh: (word: string) => number,
): number {
  const shared = [...left].filter((word) => right.has(word));
  if (shared.length < FEWEST_SHARED) return 0;
  const square = (words: Iterable<string>) => {
    let sum = 0;
    for (const word of words) sum += weigh(word) ** 2;
    return sum;
  };
  return square(shared) / Math.sqrt(square(left) * square(right));
}

/** Whether a link leads to a thread, or to a reply of it. */
function leadsTo(link: string, url: string | null): boolean {
  const [thread, place] = [link, url ?? ''].map((each) => each.replace(/[?#].*$/, '').replace(/\/+$/, ''));
  return (
    thread !== undefined &&
    thread.length > 12 &&
    (place === thread || place?.startsWith(`${thread}/`) === true)
  );
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}
