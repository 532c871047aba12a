import { makeButton } from '../view/make.js';

/** Something that the menu offers. */
export interface MenuItem {
  readonly title: string;
  /** What the button says once it was tapped, where it is to be tapped once more. */
  readonly sure?: string;
  /** The menu stays open, with what it says then. */
  readonly staysOpen?: boolean;
  readonly act: () => void;
}

/** Fills the open menu with what can be done now. */
export function showMenu(
  list: HTMLElement,
  button: HTMLButtonElement,
  items: () => readonly MenuItem[],
): void {
  const rows = items().map((item, place) => {
    const row = makeButton(
      {},
      () => {
        if (item.sure !== undefined && row.textContent !== item.sure) {
          row.textContent = item.sure;
          return;
        }
        item.act();
        if (item.staysOpen) {
          showMenu(list, button, items);
          (list.children[place] as HTMLElement | undefined)?.focus();
        } else {
          button.click();
          button.focus();
        }
      },
      item.title,
    );
    return row;
  });
  list.replaceChildren(...rows);
}
