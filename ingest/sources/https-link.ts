/** A link as it may be shown: https only, else null. */
export function httpsLink(link: string | null | undefined): string | null {
  if (!link || !URL.canParse(link)) return null;
  const url = new URL(link);
  return url.protocol === 'https:' && url.username === '' ? url.href : null;
}

/** A link in full, where what a community gives may leave its address out; null where it is none. */
export function fullLink(link: unknown, base: string): string | null {
  return typeof link === 'string' && URL.canParse(link, base) ? new URL(link, base).href : null;
}
