import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eld } from 'eld/small';
import { detect } from 'tinyld';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { detectLanguage } from '../../../bot/turn/understanding/language/detect-language.js';
import { readLines } from './read-lines.js';

const SETS = ['stackfaq', 'minvws_faq/nl', 'minvws_faq/en', 'oos_pool', 'clinc150', 'banking77'];
/** Corpora in both languages, for the corpus's own evidence. */
const CORPORA = [
  { language: 'nl', folder: 'minvws_faq/nl' },
  { language: 'en', folder: 'minvws_faq/en' },
] as const;
const LANGUAGES = ['nl', 'en', 'de', 'fr'];
/** Upper ends of the groups by number of words. */
const GROUPS = [
  ['1-2', 2],
  ['3-4', 4],
  ['5-7', 7],
  ['8-12', 12],
  ['13+', Number.POSITIVE_INFINITY],
] as const;

interface Question {
  readonly text: string;
  readonly language: string;
}
type Detector = (text: string, page: SpokenLanguage) => SpokenLanguage;

/**
 * How often the language of a question is right, by its number of words, on a page in either language. A page without a
 * language counts as Dutch. Of questions in German and French: how often the bot leaves the page's language for them.
 *
 * Half of the questions (by a hash of their text) is reported; the constants were fitted on the other.
 */
export function measureLanguage(directory: string) {
  const questions = reportedQuestions(directory);
  const detectors = detectorsOf(directory);
  return Object.fromEntries(
    Object.entries(detectors).map(([name, detector]) => [
      name,
      {
        right: Object.fromEntries(
          (['nl', 'en'] as const).flatMap((language) =>
            (['nl', 'en'] as const).map((page) => [
              `${language} on ${page} page`,
              rightByWords(questions, language, page, detector),
            ]),
          ),
        ),
        movedOffPage: Object.fromEntries(
          ['de', 'fr'].flatMap((language) =>
            (['nl', 'en'] as const).map((page) => [
              `${language} on ${page} page`,
              share(
                questions.filter((question) => question.language === language),
                ({ text }) => detector(text, page) !== page,
              ),
            ]),
          ),
        ),
      },
    ]),
  );
}

function rightByWords(
  questions: readonly Question[],
  language: SpokenLanguage,
  page: SpokenLanguage,
  detector: Detector,
) {
  const own = questions.filter((question) => question.language === language);
  let least = 0;
  return GROUPS.map(([name, most]) => {
    const group = own.filter(({ text }) => wordCount(text) > least && wordCount(text) <= most);
    least = most;
    return { words: name, ...share(group, ({ text }) => detector(text, page) === language) };
  });
}

function reportedQuestions(directory: string): Question[] {
  const found = new Map<string, Question>();
  for (const set of SETS.filter((name) => existsSync(join(directory, name, 'queries.jsonl')))) {
    for (const row of readLines<{ text: string; lang: string }>(join(directory, set, 'queries.jsonl'))) {
      found.set(row.text, { text: row.text, language: row.lang });
    }
  }
  for (const language of ['nl', 'en']) {
    for (const row of readLines<Question>(`data/evaluation/questions-${language}.jsonl`)) {
      found.set(row.text, { text: row.text, language: row.language });
    }
  }
  return [...found.values()].filter(
    ({ text }) => (createHash('sha1').update(text).digest()[0] ?? 0) % 2 === 1,
  );
}

function detectorsOf(directory: string): Readonly<Record<string, Detector>> {
  eld.setLanguageSubset(LANGUAGES);
  const isSpoken = (tag: string): tag is SpokenLanguage => tag === 'nl' || tag === 'en';
  const orPage = (tag: string, page: SpokenLanguage) => (isSpoken(tag) ? tag : page);
  return {
    ours: (text, page) => detectLanguage(text, { language: page, isKnown: false }).language,
    eld: (text, page) => orPage(eld.detect(text).language, page),
    tinyld: (text, page) => orPage(detect(text, { only: LANGUAGES }), page),
    corpus: corpusDetector(directory),
  };
}

/** The share of a question's idf mass that is known in the items of a language; a difference under .1 says nothing. */
function corpusDetector(directory: string): Detector {
  const counts = { nl: new Map<string, number>(), en: new Map<string, number>() };
  let texts = 0;
  const add = (language: SpokenLanguage, text: string) => {
    texts += 1;
    for (const word of new Set(wordsIn(text)))
      counts[language].set(word, (counts[language].get(word) ?? 0) + 1);
  };
  for (const language of ['nl', 'en'] as const) {
    for (const row of readLines<{ title: string; body: string; replies: { body: string }[] }>(
      `data/samples/threads-${language}.jsonl`,
    )) {
      add(language, [row.title, row.body, ...row.replies.map(({ body }) => body)].join(' '));
    }
  }
  for (const { language, folder } of CORPORA) {
    const file = join(directory, folder, 'corpus.jsonl');
    if (!existsSync(file)) continue;
    for (const row of readLines<{ question: string; answer: string }>(file))
      add(language, `${row.question} ${row.answer}`);
  }
  return (text, page) => {
    const mass = { nl: 0, en: 0, all: 0 };
    for (const word of wordsIn(text)) {
      const known = { nl: counts.nl.get(word) ?? 0, en: counts.en.get(word) ?? 0 };
      const idf = Math.log(1 + texts / (1 + known.nl + known.en));
      mass.all += idf;
      if (known.nl > 0) mass.nl += idf;
      if (known.en > 0) mass.en += idf;
    }
    const lead = (mass.nl - mass.en) / (mass.all || 1);
    if (Math.abs(lead) <= 0.1) return page;
    return lead > 0 ? 'nl' : 'en';
  };
}

function share<Row>(rows: readonly Row[], isRight: (row: Row) => boolean) {
  const right = rows.filter(isRight).length;
  return {
    of: rows.length,
    share: rows.length === 0 ? null : Math.round((right / rows.length) * 1000) / 1000,
  };
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}

function wordCount(text: string): number {
  return wordsIn(text).length;
}
