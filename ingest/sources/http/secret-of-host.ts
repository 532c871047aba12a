import { communityBase } from './web-base.js';

/**
 * Of secrets written `HOST=SECRET,HOST=SECRET` the one for a host: no community is handed another's.
 * @returns null where there is none for it, `ill-formed` where the text is not of this form
 */
export function secretOfHost(text: string | undefined, host: string): string | null {
  const pairs = (text ?? '')
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => /^(?<of>[^=\s]+)=(?<secret>\S+)$/.exec(pair)?.groups);
  if (pairs.some((pair) => pair === undefined)) return 'ill-formed';
  return pairs.find((pair) => pair?.of?.toLowerCase() === host.toLowerCase())?.secret ?? null;
}

/** The secret of web hooks for the community at an address; null where there is none for it. */
export function hookSecret(text: string | undefined, path: string): string | null {
  const base = communityBase(path);
  const secret = base === null ? null : secretOfHost(text, new URL(base).host);
  return secret === 'ill-formed' ? null : secret;
}
