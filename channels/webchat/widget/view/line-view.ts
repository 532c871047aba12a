import type { OutgoingMessage, SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { renderAnswer, renderTypedText } from '../../../page/render-answer.js';
import type { SharedFile } from '../read-activity.js';
import type { Line, OtherLine, OwnLine } from '../transcript.js';
import { DATE_LOCALES } from '../words/date-locales.js';
import type { WidgetWords } from '../words/words.js';
import { icon } from './icon.js';
import { initials } from './initials.js';
import { make, makeButton } from './make.js';
import { sourceCard } from './source-card.js';

/** A line on the screen that can take a newer state of the same line. */
export interface LineView {
  readonly element: HTMLElement;
  update(line: Line): void;
}

interface LineContext {
  readonly words: WidgetWords;
  readonly language: SpokenLanguage;
  /** Tries again what could not be sent. */
  readonly retry: () => void;
}

/** Makes the view of a line; `previous` decides whether the speaker is named again. */
export function lineView(line: Line, previous: Line | undefined, context: LineContext): LineView {
  if (line.kind === 'own') return ownView(line, context);
  const element =
    line.kind === 'notice' ? notice(line.text) : otherElement(line, previous?.kind !== 'other', context);
  return { element, update: () => {} };
}

function ownView(line: OwnLine, context: LineContext): LineView {
  const { words } = context;
  const note = make('div', { class: 'note small' });
  const files = make('div', { class: 'files' });
  const element = make(
    'div',
    { class: 'line own' },
    make('span', { class: 'unseen' }, `${words.you}: `),
    line.text === '' ? null : make('div', { class: 'bubble', dir: 'auto' }, renderTypedText(line.text)),
    files,
    note,
  );
  let shown = '';
  const update = (next: Line) => {
    if (next.kind !== 'own') return;
    // A file gets its address from the server, which may tell it before or after a message counts as sent.
    const changing = JSON.stringify([next.state, next.files, next.isRead]);
    if (shown === changing) return;
    shown = changing;
    element.dataset.state = next.state;
    note.replaceChildren(...stateNote(next, context));
    files.replaceChildren(...next.files.map(fileChip));
  };
  update(line);
  return { element, update };
}

function stateNote(line: OwnLine, { words, language, retry }: LineContext): (Node | string)[] {
  switch (line.state) {
    case 'sent':
      return [time(line.at, language), line.isRead ? ` · ${words.read}` : ''];
    case 'sending':
      return [words.sending];
    case 'lost':
      return [icon('warning'), `${words.notSent}. ${words.filesLost}`];
    case 'refused':
      // Trying again would end the same.
      return [icon('warning'), words.refused(line.refusedFor ?? '')];
    case 'waiting':
      return [
        icon('warning'),
        words.notSent,
        makeButton({ class: 'retry' }, retry, icon('retry'), words.retry),
      ];
  }
}

function otherElement(line: OtherLine, isFirst: boolean, { words, language }: LineContext): HTMLElement {
  const { message } = line;
  const { speaker } = message;
  const name = speaker.name === '' ? words.botName : speaker.name;
  const change =
    line.change && notice(line.change === 'agent-joined' ? words.joined(name) : words.botIsBack(name));
  const heading = make(
    'div',
    { class: isFirst || line.isNewSpeaker ? 'speaker small' : 'unseen' },
    make(
      'span',
      { class: `face ${speaker.kind}`, 'aria-hidden': 'true' },
      speaker.kind === 'bot' ? icon('chat') : faceOf(name, speaker.picture),
    ),
    make('span', { class: 'name' }, name),
    time(line.at, language),
  );
  return make(
    'div',
    { class: 'line other', 'data-at': line.at },
    change,
    heading,
    message.text === '' ? null : message.isQuote || message.source ? answer(line, words) : bubble(line),
    make('div', { class: 'files' }, ...line.files.map(fileChip)),
  );
}

/** An agent's picture; initials where there is none, or it is not there any more. */
function faceOf(name: string, picture: string | undefined): Node | string {
  if (picture === undefined) return initials(name);
  const element = make('img', { src: picture, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' });
  element.addEventListener('error', () => element.replaceWith(initials(name)), { once: true });
  return element;
}

function bubble(line: OtherLine): HTMLElement {
  const { language } = line.message;
  return make('div', { class: 'bubble', lang: language, dir: 'auto' }, content(line.message, line));
}

/** A quoted answer with its source; "read more" puts the whole answer in the place of its part. */
function answer(line: OtherLine, words: WidgetWords): HTMLElement {
  const { message } = line;
  const { more, source } = message;
  const lang = source?.language ?? message.language;
  const quote = make('blockquote', { lang, dir: 'auto' }, content(message, line));
  const toggle =
    more &&
    makeButton(
      { class: 'more', 'aria-expanded': 'false' },
      () => {
        const isOpen = toggle?.getAttribute('aria-expanded') === 'true';
        toggle?.setAttribute('aria-expanded', String(!isOpen));
        if (toggle) toggle.textContent = isOpen ? more.title : words.less;
        quote.replaceChildren(content(isOpen ? message : more, line));
      },
      more.title,
    );
  return make(
    'div',
    { class: 'bubble answer' },
    source &&
      make(
        'p',
        { class: 'reply-to small' },
        `${words.inReplyTo}: `,
        make('span', { lang: source.language }, source.question),
      ),
    message.intro ? make('p', { class: 'quote-intro', lang: message.language }, message.intro) : null,
    quote,
    toggle,
    source && sourceCard(source, words, message.language),
  );
}

/** What is said, from the tree that the server read; what another bot says comes without, and is shown as it stands. */
function content(
  { text, tree }: Pick<OutgoingMessage, 'text' | 'tree'>,
  { message }: OtherLine,
): DocumentFragment {
  return tree.length > 0 ? renderAnswer(tree, message.language) : renderTypedText(text);
}

/** A picture as it is, which opens at full size; anything else by its name and size. */
function fileChip({ name, url, contentType, bytes }: SharedFile): HTMLElement {
  const size = bytes === null ? null : make('span', { class: 'small' }, sizeOf(bytes));
  if (url === null) return make('span', { class: 'file' }, icon('file'), name, size);
  const address = { href: url, target: '_blank', rel: 'noopener noreferrer' };
  if (/^image\/(?:png|jpeg|gif|webp)$/.test(contentType)) {
    return make('a', { class: 'picture', ...address }, make('img', { src: url, alt: name }));
  }
  return make('a', { class: 'file', ...address }, icon('file'), name, size);
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function notice(text: string): HTMLElement {
  return make('p', { class: 'notice small' }, make('span', {}, text));
}

function time(at: string, language: SpokenLanguage): HTMLElement {
  const date = new Date(at === '' ? Date.now() : at);
  const isValid = !Number.isNaN(date.getTime());
  return make(
    'time',
    { datetime: isValid ? date.toISOString() : null },
    isValid ? date.toLocaleTimeString(DATE_LOCALES[language], { hour: '2-digit', minute: '2-digit' }) : '',
  );
}
