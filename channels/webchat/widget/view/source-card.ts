import type { AnswerSource, SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { safeLink } from '../../../page/safe-link.js';
import { DATE_LOCALES } from '../words/date-locales.js';
import type { WidgetWords } from '../words/words.js';
import { icon } from './icon.js';
import { initials } from './initials.js';
import { make } from './make.js';

/** Who wrote the answer, their standing, when, and the way to it. */
export function sourceCard(source: AnswerSource, words: WidgetWords, language: SpokenLanguage): HTMLElement {
  const href = safeLink(source.url ?? '');
  const place = source.isOfficial ? words.onHelpPage : words.inCommunity;
  const date = dateOf(source.answeredAt, language);
  return make(
    'div',
    { class: 'source', role: 'group', 'aria-label': source.line },
    make('span', { class: 'face', 'aria-hidden': 'true' }, initials(source.author)),
    make(
      'div',
      { class: 'source-text' },
      make(
        'p',
        { class: 'author' },
        make('strong', {}, source.author),
        source.authorRank ? make('span', { class: 'rank' }, source.authorRank) : null,
      ),
      make('p', { class: 'small' }, [place, date, source.licence].filter(Boolean).join(' · ')),
      source.ageNote ? make('p', { class: 'age small' }, icon('warning'), source.ageNote) : null,
      href === null
        ? null
        : make(
            'a',
            { class: 'source-link', href, target: '_blank', rel: 'noopener noreferrer' },
            source.linkTitle,
            make('span', { class: 'unseen' }, ` (${words.newTab})`),
            icon('outside'),
          ),
    ),
  );
}

function dateOf(answeredAt: string | null, language: SpokenLanguage): string {
  const date = new Date(answeredAt ?? '');
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleDateString(DATE_LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric' });
}
