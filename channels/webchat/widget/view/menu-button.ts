import { icon } from './icon.js';
import { make, makeButton } from './make.js';

/** Fills the open menu; given the list and the button that opened it. */
export type ShowMenu = (list: HTMLElement, button: HTMLButtonElement) => void;

/** The button for what is wanted seldom. */
export class MenuButton {
  readonly element: HTMLButtonElement;
  readonly list = make('div', { class: 'menu', id: 'menu', hidden: '' });

  constructor(label: string, show: ShowMenu) {
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
        else this.#open(show);
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

  #open(show: ShowMenu): void {
    this.list.hidden = false;
    this.element.setAttribute('aria-expanded', 'true');
    show(this.list, this.element);
  }
}
