import type { StaleReason } from '../../index/contracts/items.js';
import type { ReportLanguage } from '../reports/words/contracts.js';
import type { StaleItem } from './contracts.js';
import { writtenAt } from './judge-freshness.js';

interface StaleWords {
  readonly none: string;
  readonly heading: (shown: number, all: number) => string;
  readonly because: Readonly<Record<StaleReason, (item: StaleItem) => string>>;
  readonly written: (date: string) => string;
  readonly undated: string;
  readonly advice: string;
}

const WORDS: Readonly<Record<ReportLanguage, StaleWords>> = {
  en: {
    none: 'Nothing speaks against any answer still holding.',
    heading: (shown, all) =>
      `Answers that may not hold any more, worst first${shown < all ? ` (${shown} of ${all})` : ` (${all})`}`,
    because: {
      'product-ended': ({ freshness }) => `${freshness.product} has been discontinued`,
      contradicted: ({ item }) =>
        `${item.laterDoubts} later ${item.laterDoubts === 1 ? 'reply says' : 'replies say'} otherwise`,
      'votes-fell': () => 'it lost votes',
      'links-dead': () => 'a link in it leads nowhere',
    },
    written: (date) => `written or last edited ${date}`,
    undated: 'without a date',
    advice:
      'Mark what is wrong as outdated, write it anew or hide it, on the content page of the desk; "review right ID" keeps what still holds.',
  },
  nl: {
    none: 'Niets wijst erop dat een antwoord niet meer klopt.',
    heading: (shown, all) =>
      `Antwoorden die misschien niet meer kloppen, de slechtste eerst${shown < all ? ` (${shown} van ${all})` : ` (${all})`}`,
    because: {
      'product-ended': ({ freshness }) => `${freshness.product} is er niet meer`,
      contradicted: ({ item }) =>
        item.laterDoubts === 1
          ? '1 latere reactie zegt iets anders'
          : `${item.laterDoubts} latere reacties zeggen iets anders`,
      'votes-fell': () => 'het verloor stemmen',
      'links-dead': () => 'een link erin leidt nergens meer heen',
    },
    written: (date) => `geschreven of laatst aangepast op ${date}`,
    undated: 'zonder datum',
    advice:
      'Markeer wat niet klopt als verouderd, herschrijf het of verberg het, op de pagina Inhoud van de desk; "review right ID" houdt wat nog klopt.',
  },
};

/** @param shown the worst, in order; @param all how many there are */
export function formatStale(shown: readonly StaleItem[], all: number, language: ReportLanguage): string {
  const words = WORDS[language];
  if (all === 0) return words.none;
  const lines = shown.flatMap((stale) => {
    const { item, freshness } = stale;
    const date = writtenAt(item)?.slice(0, 10);
    const why = freshness.signs.map((sign) => words.because[sign](stale)).join('; ');
    return [
      '',
      `${freshness.staleness.toFixed(2)}  ${item.question}`,
      `      ${why}; ${date === undefined ? words.undated : words.written(date)}`,
      `      ${item.url === null ? item.id : `${item.id}  ${item.url}`}`,
    ];
  });
  return [words.heading(shown.length, all), ...lines, '', words.advice].join('\n');
}
