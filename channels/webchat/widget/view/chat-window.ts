import type { Choice, ConversationStatus, SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { WebsiteTexts } from '../../website-texts.js';
import type { LineState } from '../direct-line/line-options.js';
import type { Line } from '../transcript.js';
import type { WidgetWords } from '../words/words.js';
import { choiceRow, openChoices } from './choice-row.js';
import { Composer } from './composer.js';
import { icon } from './icon.js';
import { initials } from './initials.js';
import { type LineView, lineView } from './line-view.js';
import { make, makeButton } from './make.js';
import { MenuButton, type MenuOf } from './menu-button.js';
import { firstQuestions, privacyNote } from './website-notes.js';

/** So many pixels out of sight are more than the margin at the end. */
const SHOW_BELOW_FROM = 24;

interface WindowTexts {
  readonly title: string;
  readonly greeting: string;
  readonly botName: string;
  readonly questions: readonly string[];
  readonly privacyText: string;
  readonly privacyLink: string;
}

interface WindowActions {
  readonly send: (text: string, files: readonly File[]) => void;
  /** Something was typed that is not sent. */
  readonly types: () => void;
  readonly choose: (choice: Choice) => void;
  readonly requestPerson: () => void;
  readonly cancelRequest: () => void;
  readonly retry: () => void;
  readonly connectNow: () => void;
  readonly close: () => void;
  readonly ask: (question: string) => void;
  readonly menu: MenuOf;
  /** The customer looks at another part of what was said. */
  readonly looks: () => void;
}

/** The open chat: who speaks, what was said, what can be chosen, where to write. Shows; decides nothing. */
export class ChatWindow {
  readonly element: HTMLElement;
  readonly composer: Composer;
  readonly #words: WidgetWords;
  readonly #language: SpokenLanguage;
  readonly #texts: WindowTexts;
  readonly #actions: WindowActions;
  readonly #views = new Map<string, LineView>();
  readonly #header = make('div', { class: 'who' });
  readonly #banner = make('div', { class: 'banner small', role: 'status' });
  readonly #log: HTMLElement;
  readonly #below: HTMLElement;
  readonly #intro: HTMLElement;
  #first: HTMLElement | null;
  readonly #menu: MenuButton;
  readonly #linesEnd = make('div', { class: 'end' });
  readonly #typing = make('div', { class: 'typing', role: 'status' });
  readonly #status = make('div', { class: 'status small' });
  #hasStatus = false;
  #hasAsked = false;
  #restsAt = -1;
  #quietTimer: ReturnType<typeof setTimeout> | undefined;
  #choices = '';

  constructor(words: WidgetWords, language: SpokenLanguage, texts: WindowTexts, actions: WindowActions) {
    this.#words = words;
    this.#language = language;
    this.#texts = texts;
    this.#actions = actions;
    this.composer = new Composer(words, actions);
    this.#first = firstQuestions(texts.questions, words, actions.ask);
    this.#menu = new MenuButton(words.menu, actions.menu);
    this.#intro = make(
      'div',
      { class: 'intro' },
      make('span', { class: 'face bot', 'aria-hidden': 'true' }, icon('chat')),
      make('h2', { id: 'title' }, texts.title),
      make('p', {}, texts.greeting),
      privacyNote(texts, words),
    );
    this.#log = make(
      'div',
      { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.conversation, tabindex: '0' },
      this.#intro,
      this.#first,
      this.#linesEnd,
    );
    this.#log.addEventListener(
      'scroll',
      () => {
        this.#showBelow();
        actions.looks();
      },
      { passive: true },
    );
    this.#below = make(
      'div',
      { class: 'below', hidden: '' },
      makeButton({}, () => this.#goToEnd(), icon('down'), words.moreBelow),
    );
    new ResizeObserver(() => this.#showBelow()).observe(this.#log);
    this.element = make(
      'section',
      { class: 'window', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1' },
      make(
        'div',
        { class: 'top' },
        this.#header,
        this.#menu.element,
        makeButton({ class: 'close', 'aria-label': words.close }, actions.close, icon('close')),
      ),
      this.#menu.list,
      this.#banner,
      this.#log,
      this.#below,
      this.#typing,
      this.#status,
      this.composer.element,
    );
    this.showStatus(null);
  }

  /** Shows what the server's settings say beside the tag, which counts first. */
  offer({ questions, privacyText, privacyLink }: WebsiteTexts): void {
    const { questions: own, privacyText: ownText, privacyLink: ownLink } = this.#texts;
    if (own.length === 0 && this.#first === null) {
      this.#first = firstQuestions(questions, this.#words, this.#actions.ask);
      if (this.#first) this.#first.hidden = this.#hasAsked;
      if (this.#first) this.#linesEnd.before(this.#first);
    }
    if (ownText !== '' || ownLink !== '' || this.#intro.querySelector('.privacy')) return;
    const text = privacyText || (privacyLink === '' ? '' : this.#words.privacy);
    const note = privacyNote({ privacyText: text, privacyLink }, this.#words);
    if (note) this.#intro.append(note);
  }

  /** Shows the lines; those that are there already stay where a screen reader has read them. */
  showLines(lines: readonly Line[]): void {
    const wasAtEnd = this.#isAtEnd();
    const keys = new Set(lines.map((line) => line.key));
    for (const [key, view] of this.#views) {
      if (keys.has(key)) continue;
      view.element.remove();
      this.#views.delete(key);
    }
    this.#hasAsked = lines.some(({ kind }) => kind === 'own');
    if (this.#first) this.#first.hidden = this.#hasAsked;
    let before: Element | null = this.#log.firstElementChild;
    let newest: HTMLElement | null = null;
    let isOwnNew = false;
    lines.forEach((line, at) => {
      let view = this.#views.get(line.key);
      if (view) view.update(line);
      else {
        view = lineView(line, lines[at - 1], {
          words: this.#words,
          language: this.#language,
          retry: this.#actions.retry,
        });
        this.#views.set(line.key, view);
        newest ??= view.element;
        isOwnNew ||= line.kind === 'own';
      }
      if (before?.nextElementSibling !== view.element) before?.after(view.element);
      before = view.element;
    });
    this.#showChoices(lines);
    if (newest && (wasAtEnd || isOwnNew)) this.#reveal(newest);
    this.#showBelow();
  }

  /** Time stamp of the newest message whose beginning is in sight; '' for none. */
  newestInSight(): string {
    const end = this.#log.scrollTop + this.#log.clientHeight - SHOW_BELOW_FROM;
    const seen = [...this.#log.querySelectorAll<HTMLElement>('[data-at]')].filter(
      ({ offsetTop }) => offsetTop < end,
    );
    return seen.at(-1)?.dataset.at ?? '';
  }

  /** Shows that somebody types; null when nobody does. */
  showTyping(name: string | null): void {
    if (name === null) this.#typing.replaceChildren();
    else if (this.#typing.childElementCount === 0) {
      const wasAtEnd = this.#isAtEnd();
      const dots = make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
      const words = this.#words.typing(name === '' ? this.#texts.botName : name);
      this.#typing.append(dots, make('span', { class: 'small' }, words));
      if (wasAtEnd) this.scrollToEnd();
    }
  }

  /** Shows who has the conversation, and the place in the queue while waiting. */
  showStatus(status: ConversationStatus | null): void {
    const words = this.#words;
    this.#hasStatus = status !== null;
    const agent = status?.handoff === 'with-agent' ? (status.agentName ?? words.agentRole) : null;
    this.#header.replaceChildren(
      make('span', { class: 'face', 'aria-hidden': 'true' }, agent === null ? icon('chat') : initials(agent)),
      make(
        'div',
        {},
        make('strong', {}, agent ?? this.#texts.botName),
        make('span', { class: 'small' }, agent === null ? words.botRole : words.agentRole),
      ),
    );
    const isWaiting = status?.handoff === 'waiting';
    this.#status.classList.toggle('waiting', isWaiting);
    this.#status.hidden = agent !== null;
    if (isWaiting) {
      const place = status.queuePosition === null ? '' : words.place(status.queuePosition);
      this.#status.replaceChildren(
        icon('clock'),
        make('p', { role: 'status' }, make('strong', {}, words.waiting), place),
        ...[this.#menu.offerMail()].filter((offer) => offer !== null),
        makeButton({ class: 'quiet' }, this.#actions.cancelRequest, words.cancelRequest),
      );
    } else {
      this.#status.replaceChildren(
        makeButton({ class: 'person' }, this.#actions.requestPerson, icon('person'), words.person),
      );
    }
  }

  /** Shows the state of the connection; says once that it is back. */
  showConnection(state: LineState, before: LineState, isToldToWait: boolean): void {
    const words = this.#words;
    this.#banner.dataset.state = state;
    if (state === 'connecting') this.#log.setAttribute('aria-busy', 'true');
    // What was said before a reload comes right after connecting; it is not read out again.
    else this.#quietTimer ??= setTimeout(() => this.#log.removeAttribute('aria-busy'), 1000);
    if (state === 'offline') {
      this.#banner.replaceChildren(
        icon('warning'),
        isToldToWait ? words.crowded : words.offline,
        makeButton({ class: 'quiet' }, this.#actions.connectNow, words.connectNow),
      );
    } else if (state === 'connecting') this.#banner.replaceChildren(words.connecting);
    else if (state === 'online' && before === 'offline') {
      this.#banner.replaceChildren(icon('check'), words.online);
    } else this.#banner.replaceChildren();
  }

  /** Closes what is open over the conversation. */
  closeMenu(): void {
    this.#menu.close();
  }

  scrollToEnd(): void {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #showChoices(lines: readonly Line[]): void {
    const open = openChoices(lines, this.#hasStatus);
    const text = JSON.stringify(open);
    if (text === this.#choices) return;
    this.#choices = text;
    const hadFocus = this.#linesEnd.contains((this.#log.getRootNode() as ShadowRoot).activeElement);
    const row = choiceRow(open, this.#actions.choose);
    this.#linesEnd.replaceChildren(...(row ? [row] : []));
    if (hadFocus) this.#log.focus();
  }

  /** Brings the first new line to the top of the view where all that is new does not fit, else the end into view. */
  #reveal(first: HTMLElement): void {
    this.#log.scrollTop = first.offsetTop - 12;
    this.#restsAt = this.#log.scrollTop;
  }

  /** Tells that there is more where the end is out of sight. */
  #showBelow(): void {
    this.#below.hidden = this.#restBelow() < SHOW_BELOW_FROM;
  }

  /** The button vanishes at the end, so the focus goes to what it showed. */
  #goToEnd(): void {
    this.scrollToEnd();
    this.#log.focus({ preventScroll: true });
  }

  /** How many pixels of what was said are below the view. */
  #restBelow(): number {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight;
  }

  /** Whether the customer has not scrolled away from what came last. */
  #isAtEnd(): boolean {
    if (this.#log.scrollTop === this.#restsAt) return true;
    return this.#restBelow() < 80;
  }
}
