import type { Command } from '../../state/palette/find-commands.js';

/** Most buttons that are looked at: a page of 1,000 rows has many of the same. */
const MOST_BUTTONS = 400;

/**
 * Everything that can be done now on the page as it stands: its buttons that are seen and not disabled, by their names. So an
 * action that is added to a view is found without a line here.
 */
export function actionsInView(root: ParentNode): Command[] {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('main button, .top-bar button')];
  const named = new Map<string, HTMLButtonElement>();
  for (const button of buttons.slice(0, MOST_BUTTONS)) {
    const name = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
    const isOffered = name !== '' && !button.disabled && button.checkVisibility();
    if (isOffered && !named.has(name) && !button.classList.contains('palette-open')) named.set(name, button);
  }
  return [...named].map(([label, button]) => ({
    id: `button ${label}`,
    group: 'action',
    label,
    detail: '',
    run() {
      button.focus();
      button.click();
    },
  }));
}
