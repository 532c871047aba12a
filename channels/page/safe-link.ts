const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address of a link that may be followed: absolute, and `http`, `https`, `mailto` or `tel`; null for every other.
 * What counts is how the browser's own parser reads it, so that no spelling of `javascript:` slips through.
 */
export function safeLink(address: string): string | null {
  try {
    const url = new URL(address.trim());
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The same for an address of the web alone, `http` or `https`; null for every other, and for none. */
export function webAddress(address: string | null): string | null {
  const url = safeLink(address ?? '');
  return url !== null && /^https?:/.test(url) ? url : null;
}
