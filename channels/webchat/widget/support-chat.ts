import { Attention } from './attention.js';
import { brandColors } from './brand-colors.js';
import { browserStore } from './browser-store.js';
import { ChatConversation } from './conversation.js';
import { loadWindow, type WindowParts } from './load-window.js';
import { readOptions, type WidgetOptions } from './read-options.js';
import { Receipts } from './receipts.js';
import { SeenMark } from './seen-mark.js';
import { tellOperator } from './tell-operator.js';
import { trapTab } from './trap-tab.js';
import { applyStyles } from './view/apply-styles.js';
import { ChatWindow } from './view/chat-window.js';
import { Launcher } from './view/launcher.js';
import { make } from './view/make.js';

const FULL_SCREEN = '(max-width: 30em), (max-height: 31.25em)';
const OPENED_KEY = 'support-chat opened';

/**
 * The element `<support-chat>`: a button at the corner of the page that opens a chat. Everything inside stands in a shadow
 * root; the page's styles do not reach in, its own do not reach out. Any element of the page with the attribute
 * `data-support-chat="a question"` opens the chat with that question.
 */
export class SupportChat extends HTMLElement {
  static readonly observedAttributes = ['open', 'color'];
  /** Where the script came from: the server, unless the attribute `server` names another. */
  static scriptOrigin = '';
  /** By which a page's policy let the script in; '' for none. */
  static scriptNonce = '';
  static #window: WindowParts | null = null;

  /** Given by the script of the window. */
  static takeWindow(parts: WindowParts): void {
    SupportChat.#window = parts;
  }

  #parts: Parts | null = null;
  /** What had the focus before the chat opened, and gets it back. */
  #opener: Element | null = null;
  /** Whether the server was asked for its texts. */
  #hasTexts = false;

  connectedCallback(): void {
    const options = readOptions((name) => this.getAttribute(name), {
      origin: SupportChat.scriptOrigin || location.origin,
      language: document.documentElement.lang,
      browserLanguage: navigator.language,
    });
    this.#parts = this.#build(options);
    this.#hasTexts = false;
    this.#listen(this.#parts.stop.signal);
    const { conversation } = this.#parts;
    if (conversation.canContinue) conversation.open();
    // On a phone the open chat hides the page that the customer has just gone to.
    const wasOpen = this.#parts.tabStore?.getItem(OPENED_KEY) === options.server;
    if (wasOpen && !matchMedia(FULL_SCREEN).matches) this.setAttribute('open', '');
    this.#showOpen(false);
  }

  disconnectedCallback(): void {
    this.#parts?.stop.abort();
    this.#parts?.conversation.close();
    this.#parts?.receipts.stop();
    this.#parts = null;
  }

  attributeChangedCallback(name: string): void {
    if (name === 'color') this.#parts?.paint(this.getAttribute('color'));
    else this.#showOpen(true);
  }

  /** Opens the chat and puts the cursor where the customer writes. */
  open(): void {
    this.setAttribute('open', '');
  }

  /** Closes the chat; the conversation goes on. */
  close(): void {
    this.removeAttribute('open');
  }

  /** Opens the chat and asks a question in the customer's name. */
  ask(question: string): void {
    this.open();
    if (question.trim() !== '') this.#parts?.conversation.say(question.trim());
  }

  #build(options: WidgetOptions): Parts {
    const { words, server } = options;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const ground = make('div', { class: 'ground', lang: options.language });
    const launcher = new Launcher(words, () => this.open());
    const tabStore = browserStore('sessionStorage');
    const lasting = browserStore('localStorage');
    const seen = new SeenMark(server, lasting);
    const attention = new Attention(lasting);
    let menu: ReturnType<WindowParts['menu']> | null = null;
    const chat = new ChatWindow(words, options.language, options, {
      send: (text, files) => conversation.say(text, null, files),
      types: () => conversation.types(),
      choose: (choice) => conversation.say(choice.title, choice.value),
      requestPerson: () => conversation.say(words.person, { action: 'request-person' }),
      cancelRequest: () => conversation.say(words.cancelRequest, { action: 'cancel-request' }),
      retry: () => conversation.retry(),
      connectNow: () => conversation.connectNow(),
      close: () => this.close(),
      ask: (question) => conversation.say(question),
      looks: () => receipts.look(),
      menu: (list, button) => {
        const context = { conversation, attention, language: options.language };
        menu ??= SupportChat.#window?.menu(list, button, context) ?? null;
        return menu;
      },
    });
    const refresh = () => {
      chat.showStatus(conversation.status);
      chat.showLines(conversation.lines);
      if (this.hasAttribute('open') && !document.hidden) seen.mark(conversation.lines);
      const unseen = seen.count(conversation.lines);
      launcher.showUnread(unseen);
      attention.show(unseen);
      receipts.look();
    };
    const conversation: ChatConversation = new ChatConversation({
      server,
      language: options.language,
      company: options.company,
      identity: () => this.getAttribute('identity'),
      startedAgain: words.startedAgain,
      stores: { lasting, ofTab: tabStore },
      onChange: () => refresh(),
      onTyping: (name) => chat.showTyping(name),
      onConnection: (state, before, isToldToWait) => chat.showConnection(state, before, isToldToWait),
    });
    const receipts = new Receipts(conversation, () =>
      chat.element.hidden || document.hidden ? '' : chat.newestInSight(),
    );
    const paint = (color: string | null) => {
      const colors = brandColors(color);
      for (const [name, value] of Object.entries(colors)) ground.style.setProperty(`--${name}`, value);
    };
    paint(this.getAttribute('color'));
    ground.append(launcher.element, chat.element);
    root.replaceChildren(ground);
    applyStyles(root, SupportChat.#window?.styles ?? '');
    followFontSize(ground);
    chat.showLines(conversation.lines);
    return {
      options,
      chat,
      launcher,
      conversation,
      seen,
      tabStore,
      refresh,
      receipts,
      paint,
      stop: new AbortController(),
    };
  }

  #listen(signal: AbortSignal): void {
    const parts = () => this.#parts;
    window.addEventListener('online', () => parts()?.conversation.connectNow(), { signal });
    window.addEventListener('offline', () => parts()?.conversation.disconnect(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) return;
        parts()?.conversation.connectNow();
        parts()?.refresh();
      },
      { signal },
    );
    document.addEventListener('click', (event) => this.#answerPage(event), { signal });
    parts()?.chat.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.close();
      } else if (matchMedia(FULL_SCREEN).matches) trapTab(event);
    });
  }

  /** A click on an element of the page that wants to open the chat. */
  #answerPage(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest('[data-support-chat]') : null;
    if (!target) return;
    event.preventDefault();
    this.ask(target.getAttribute('data-support-chat') ?? '');
  }

  async #loadWindow(movesFocus: boolean): Promise<void> {
    try {
      await loadWindow(this.#parts?.options.server ?? '', SupportChat.scriptNonce);
    } catch (error) {
      tellOperator(messageOf(error));
      // The next tap on the button tries again.
      this.close();
      return;
    }
    if (this.shadowRoot) applyStyles(this.shadowRoot, SupportChat.#window?.styles ?? '');
    this.#showOpen(movesFocus);
  }

  /** Asks once for what the tag leaves to the settings of the server. */
  async #takeTexts(): Promise<void> {
    const { chat, options } = this.#parts ?? {};
    if (this.#hasTexts || !options) return;
    this.#hasTexts = true;
    const texts = await SupportChat.#window?.texts(options.server, options.language);
    if (texts) chat?.offer(texts);
    else this.#hasTexts = false;
  }

  #showOpen(movesFocus: boolean): void {
    if (!this.#parts) return;
    const { chat, launcher, conversation, options, tabStore, refresh } = this.#parts;
    const isOpen = this.hasAttribute('open');
    const isFull = matchMedia(FULL_SCREEN).matches;
    chat.element.hidden = !isOpen || SupportChat.#window === null;
    if (!isOpen) chat.closeMenu();
    chat.element.setAttribute('aria-modal', String(isFull));
    launcher.element.hidden = isOpen && SupportChat.#window !== null;
    launcher.element.setAttribute('aria-expanded', String(isOpen));
    try {
      if (isOpen) tabStore?.setItem(OPENED_KEY, options.server);
      else tabStore?.removeItem(OPENED_KEY);
    } catch {
      // Without a store the chat is closed after a reload.
    }
    if (isOpen && SupportChat.#window === null) {
      conversation.open();
      void this.#loadWindow(movesFocus);
      return;
    }
    if (isOpen) {
      const { activeElement } = document;
      this.#opener = activeElement === this || activeElement === document.body ? null : activeElement;
      conversation.open();
      void this.#takeTexts();
      refresh();
      chat.scrollToEnd();
      if (!movesFocus) return;
      // With a finger the keyboard would cover half of what is to be read.
      if (matchMedia('(pointer: coarse)').matches) chat.element.focus();
      else chat.composer.focus();
    } else if (movesFocus) {
      if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
      else launcher.element.focus();
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Sizes follow what the customer chose in the browser, not the root of the page, which a website may set as it likes. */
function followFontSize(ground: HTMLElement): void {
  ground.style.fontSize = 'medium';
  const size = Number.parseFloat(getComputedStyle(ground).fontSize) / 16;
  ground.style.fontSize = '';
  if (size > 0) ground.style.setProperty('--size', String(size));
}

interface Parts {
  readonly options: WidgetOptions;
  readonly chat: ChatWindow;
  readonly launcher: Launcher;
  readonly conversation: ChatConversation;
  readonly seen: SeenMark;
  readonly tabStore: Storage | null;
  readonly refresh: () => void;
  readonly receipts: Receipts;
  readonly paint: (color: string | null) => void;
  readonly stop: AbortController;
}
