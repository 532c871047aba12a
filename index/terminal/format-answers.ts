import type { SearchResult } from '../contracts/search.js';
import { sideBySide } from './side-by-side.js';

/** What a preview says besides titles and answers. */
interface PreviewWords {
  readonly now: string;
  readonly asked: string;
  /** What a customer gets, best first as the bands are. */
  readonly answer: string;
  readonly doubt: string;
  readonly choices: string;
  readonly person: string;
  readonly isPart: string;
  readonly same: string;
}

/** The languages a preview is written in. */
export const PREVIEW_WORDS: Readonly<Record<'nl' | 'en', PreviewWords>> = {
  en: {
    now: 'live',
    asked: 'asked for',
    answer: 'The customer gets this answer:',
    doubt: 'The customer gets this answer, with doubt:',
    choices: 'The customer chooses from:',
    person: 'The customer is offered a person. Nearest:',
    isPart: '[part of the answer]',
    same: 'Both releases give the same.',
  },
  nl: {
    now: 'live',
    asked: 'gevraagd',
    answer: 'De klant krijgt dit antwoord:',
    doubt: 'De klant krijgt dit antwoord, met voorbehoud:',
    choices: 'De klant kiest uit:',
    person: 'De klant krijgt een medewerker aangeboden. Dichtstbij:',
    isPart: '[deel van het antwoord]',
    same: 'Beide versies geven hetzelfde.',
  },
};

/**
 * What two releases say to one question, old beside new, as lines of at most `width` characters.
 * @param live null where none is live, or none that this version can search
 */
export function formatPreview(
  live: SearchResult | null,
  next: SearchResult,
  words: PreviewWords,
  width: number,
): string[] {
  const text = textOf(next, words);
  if (live === null) return [`${words.asked}: ${next.releaseId}`, '', text];
  const before = textOf(live, words);
  return [
    ...sideBySide(
      { head: `${words.now}: ${live.releaseId}`, text: `\n${before}` },
      { head: `${words.asked}: ${next.releaseId}`, text: `\n${text}` },
      width,
    ),
    ...(before === text ? ['', words.same] : []),
  ];
}

/** What a customer gets of what was found, by the bands. */
export function toldVerdict({
  hits: [first],
  bands,
}: Pick<SearchResult, 'hits' | 'bands'>): 'answer' | 'doubt' | 'choices' | 'person' {
  if (!first) return 'person';
  const { probability } = first.confidence;
  if (probability >= bands.answer) return 'answer';
  if (probability >= bands.doubt) return 'doubt';
  return probability >= bands.askBack ? 'choices' : 'person';
}

function textOf({ hits, bands }: SearchResult, words: PreviewWords): string {
  const verdict = toldVerdict({ hits, bands });
  const isTold = verdict === 'answer' || verdict === 'doubt';
  return (
    [
      words[verdict],
      ...hits.flatMap(({ item, confidence, passage, isPart }, place) => [
        '',
        `${confidence.probability.toFixed(3)}  ${item.question}`,
        // What customers are told is shown; of the others the title is enough.
        ...(isTold && place === 0 ? [passage, ...(isPart ? [words.isPart] : [])] : []),
        `-- ${item.author.name}, ${item.answeredAt?.slice(0, 10) ?? '?'}, ${item.url ?? item.id}`,
      ]),
    ]
      .join('\n')
      // Words of a community go to a terminal: nothing in them may steer it.
      .replace(/(?!\n)\p{Cc}/gu, '')
  );
}
