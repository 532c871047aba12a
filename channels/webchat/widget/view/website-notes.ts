import type { WebsiteTexts } from '../../website-texts.js';
import type { WidgetWords } from '../words/words.js';
import { make, makeButton } from './make.js';

/** Questions to begin with; null where the company names none. */
export function firstQuestions(
  questions: readonly string[],
  words: WidgetWords,
  ask: (question: string) => void,
): HTMLElement | null {
  if (questions.length === 0) return null;
  const buttons = questions.map((question) => makeButton({ class: 'choice' }, () => ask(question), question));
  return make(
    'div',
    { class: 'choices first', role: 'group', 'aria-label': words.firstQuestions },
    ...buttons,
  );
}

/** What the company says about privacy, with its link; null where it says nothing. */
export function privacyNote(
  { privacyText, privacyLink }: Pick<WebsiteTexts, 'privacyText' | 'privacyLink'>,
  words: WidgetWords,
): HTMLElement | null {
  if (privacyText === '' && privacyLink === '') return null;
  const link =
    privacyLink !== '' &&
    make('a', { href: privacyLink, target: '_blank', rel: 'noopener noreferrer' }, words.privacyMore);
  return make('p', { class: 'privacy small' }, privacyText, ' ', link);
}
