/** A link as it may be shown: https only, else null. */
export function httpsLink(link: string | null | undefined): string | null {
  if (!link || !URL.canParse(link)) return null;
  const url = new URL(link);
  return url.protocol === 'https:' && url.username === '' ? url.href : null;
}
