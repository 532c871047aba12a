import type { ReportLanguage, ReportWords } from './contracts.js';
import { en } from './en.js';
import { nl } from './nl.js';

const WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { nl, en };

/** The words of reports in a language. */
export function reportWordsIn(language: ReportLanguage): ReportWords {
  return WORDS[language];
}
