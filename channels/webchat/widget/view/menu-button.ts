import { icon } from './icon.js';
import { make, makeButton } from './make.js';

/** What fills the list of the menu, and offers mail to who waits; null until the script of the window is there. */
export type MenuOf = (
  list: HTMLElement,
  button: HTMLButtonElement,
) => { open(): void; offerMail(): HTMLElement } | null;

/** The button for what is wanted seldom. */
export class MenuButton {
  readonly element: HTMLButtonElement;
  readonly list = make('div', { class: 'menu', id: 'menu', hidden: '' });

  readonly #menu: MenuOf;

  constructor(label: string, menu: MenuOf) {
    this.#menu = menu;
    const attributes = {
      class: 'close',
      'aria-label': label,
      'aria-expanded': 'false',
      'aria-controls': 'menu',
    };
    this.element = makeButton(
      attributes,
      () => {
        if (!this.list.hidden) this.close();
        else this.#open();
      },
      icon('more'),
    );
    this.list.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
      this.element.focus();
    });
  }

  close(): void {
    this.list.hidden = true;
    this.element.setAttribute('aria-expanded', 'false');
  }

  /** A button beside "you are waiting"; null where there is none yet. */
  offerMail(): HTMLElement | null {
    return this.#menu(this.list, this.element)?.offerMail() ?? null;
  }

  #open(): void {
    this.list.hidden = false;
    this.element.setAttribute('aria-expanded', 'true');
    this.#menu(this.list, this.element)?.open();
  }
}
