import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import type { WebsiteTexts } from '../website-texts.js';
import type { Attention } from './attention.js';
import type { ChatConversation } from './conversation.js';

/** Name of the script of the window as it was built, with the hash of its content; written in by the build. */
declare const WINDOW_SCRIPT: string;

/** What the menu acts on. */
export interface MenuContext {
  readonly conversation: ChatConversation;
  readonly attention: Attention;
  readonly language: SpokenLanguage;
}

/** What the script of the window brings: all that is not needed before the chat is opened. */
export interface WindowParts {
  readonly styles: string;
  readonly texts: (server: string, language: SpokenLanguage) => Promise<WebsiteTexts | null>;
  readonly menu: (list: HTMLElement, button: HTMLButtonElement, context: MenuContext) => Menu;
}

/** The menu of one chat. */
interface Menu {
  /** Fills the list. */
  open(): void;
  /** A button for who waits, hidden where it has nothing to offer. */
  offerMail(): HTMLElement;
}

/** Loads the script of the window; fails where it does not come. @param nonce of the page's policy, '' for none */
export function loadWindow(server: string, nonce: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${server}/${WINDOW_SCRIPT}`;
    if (nonce !== '') script.nonce = nonce;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`The chat did not load from ${script.src}.`));
    };
    document.head.append(script);
  });
}
