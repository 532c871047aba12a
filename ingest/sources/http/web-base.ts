/**
 * The address of a community without a slash at its end: `https://forum.example.com`, also with a path.
 * @returns null where the text is no such address
 */
export function communityBase(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The host of an address as the name of a source; null where it has none. */
export function hostName(text: string): string | null {
  const base = communityBase(text);
  return base === null ? null : new URL(base).hostname;
}
