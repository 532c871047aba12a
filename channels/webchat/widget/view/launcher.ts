import type { WidgetWords } from '../words/words.js';
import { icon } from './icon.js';
import { make, makeButton } from './make.js';

/** The round button that opens the chat, with the number of messages that were not seen. */
export class Launcher {
  readonly element: HTMLButtonElement;
  readonly #words: WidgetWords;
  readonly #badge = make('span', { class: 'badge', 'aria-hidden': 'true' });

  constructor(words: WidgetWords, open: () => void) {
    this.#words = words;
    this.element = makeButton(
      { class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      open,
      icon('chat'),
      this.#badge,
    );
    this.showUnread(0);
  }

  showUnread(count: number): void {
    this.#badge.textContent = count === 0 ? '' : String(Math.min(count, 99));
    this.element.setAttribute(
      'aria-label',
      count === 0 ? this.#words.open : `${this.#words.open}, ${this.#words.unread(count)}`,
    );
  }
}
