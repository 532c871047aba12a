import { styles } from './styles.css';

/**
 * Gives a shadow root its styles in a way that a page's `style-src` policy does not forbid.
 * @param ofWindow the styles of the window; '' before they are there
 */
export function applyStyles(root: ShadowRoot, ofWindow: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles + ofWindow);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers before 2023: a style element, with the nonce of the page's first script that has one.
    const style = document.createElement('style');
    style.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
    style.textContent = styles + ofWindow;
    root.querySelector('style')?.remove();
    root.prepend(style);
  }
}
