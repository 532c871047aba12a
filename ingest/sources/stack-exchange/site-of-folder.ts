import { basename, resolve } from 'node:path';

/** The host of a dump by its folder, which the archives name after it; null where the name is no host. */
export function siteOfFolder(directory: string): string | null {
  const folder = basename(resolve(directory)).toLowerCase();
  return /^(?:[a-z\d-]+\.)+(?:com|net|org)$/.test(folder) ? folder : null;
}
