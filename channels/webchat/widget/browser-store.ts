/** A store of the browser, or null where the page may not have one (private window, blocked cookies). */
export function browserStore(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}
