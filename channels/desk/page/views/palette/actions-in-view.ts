import type { Command } from '../../state/palette/find-commands.js';

/** Most buttons that are looked at: a page of 1,000 rows has many of the same. */
const MOST_BUTTONS = 400;

/**
 * Everything that can be done now on the page as it stands: its buttons that are seen and not disabled, by their names. So an
 * action that is added to a view is found without a line here.
 */
export function actionsInView(root: ParentNode): Command[] {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('main button, .top-bar button')];
  const named = new Map<
    string,
    { readonly label: string; readonly detail: string; readonly button: HTMLButtonElement }
  >();
  for (const button of buttons.slice(0, MOST_BUTTONS)) {
    const name = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
    const isOffered = name !== '' && !button.disabled && button.checkVisibility();
    // Of two customers of one name, what they asked tells which is meant.
    const detail = button.closest('li')?.querySelector('.entry-question')?.textContent?.trim() ?? '';
    const key = JSON.stringify([name, detail]);
    if (isOffered && !named.has(key) && !button.classList.contains('palette-open'))
      named.set(key, { label: name, detail, button });
  }
  return [...named].map(([key, { label, detail, button }]) => ({
    id: `button ${key}`,
    group: 'action',
    label,
    detail,
    run() {
      button.focus();
      button.click();
    },
  }));
}
