const FOCUSABLE = 'button:not([disabled]), a[href], textarea, [tabindex="0"]';

/** Keeps Tab inside the element that listens: after its last control comes its first. */
export function trapTab(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || !(event.currentTarget instanceof HTMLElement)) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (control) => control.getClientRects().length > 0,
  );
  const [from, to] = event.shiftKey ? [controls[0], controls.at(-1)] : [controls.at(-1), controls[0]];
  const focused = (event.currentTarget.getRootNode() as ShadowRoot).activeElement;
  const isOutside = !controls.includes(focused as HTMLElement);
  if (focused !== from && !(isOutside && event.shiftKey)) return;
  event.preventDefault();
  to?.focus();
}
