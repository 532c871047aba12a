import { tellOperator } from './tell-operator.js';

/** Name of the widget's script as it was built, with the hash of its content; written in by the build. */
declare const WIDGET_SCRIPT: string;

type Early = Element & Partial<Record<'open' | 'close' | 'ask', (question?: string) => void>>;

/**
 * What `/support-chat.js` holds: the address stays the same for ever and is asked for anew each time, the script behind it
 * has its content's hash in its name and is kept by browsers for a year. Until that is there, the element's methods and the
 * page's buttons are remembered, so that a page may use them right after the tag.
 */
const NAME = 'support-chat';
const tag = document.currentScript as HTMLScriptElement | null;
// In a module nobody tells where it came from.
const server = tag?.src || document.querySelector(NAME)?.getAttribute('server') || location.href;

if (!customElements.get(NAME)) {
  const script = document.createElement('script');
  script.src = new URL(`/${WIDGET_SCRIPT}`, server).href;
  // A page whose policy lets scripts in by a nonce gives it to its tag.
  if (tag?.nonce) script.nonce = tag.nonce;
  script.onerror = () => tellOperator(`the script did not load from ${script.src}.`);
  document.head.append(script);
  document.querySelectorAll<Early>(NAME).forEach(rememberCalls);
  document.addEventListener('click', rememberClick);
}

function rememberCalls(element: Early): void {
  for (const method of ['open', 'close', 'ask'] as const) {
    element[method] = async (question) => {
      await customElements.whenDefined(NAME);
      delete element[method];
      element[method]?.(question);
    };
  }
}

function rememberClick(event: Event): void {
  if (customElements.get(NAME)) {
    document.removeEventListener('click', rememberClick);
    return;
  }
  const button = event.target instanceof Element ? event.target.closest('[data-support-chat]') : null;
  if (!button) return;
  event.preventDefault();
  document.querySelector<Early>(NAME)?.ask?.(button.getAttribute('data-support-chat') ?? '');
}
