import { ingestErrors } from './errors.js';

/** A source as a setting or the command line names it. */
export interface NamedSource {
  readonly name: string;
  readonly kind: string;
  readonly path: string;
  /** Host for the links of a Stack Exchange dump; the folder's name is taken where it is a host. */
  readonly site: string | null;
}

/**
 * Reads `name=kind:path?site=host`, a line of INGEST_SOURCES.
 * @throws SOURCE_SETTING_INVALID
 */
export function parseNamedSource(value: string): NamedSource {
  const match = /^(?<name>[^=]+)=\s*(?<kind>[a-z-]+)\s*:(?<path>[^?]+)(?:\?site=(?<site>.+))?$/.exec(
    value.trim(),
  );
  const { name, kind, path, site } = match?.groups ?? {};
  if (!name || !kind || !path) {
    throw ingestErrors.SOURCE_SETTING_INVALID({ value, reason: 'it has not the form name=kind:path' });
  }
  return { name: name.trim(), kind, path: path.trim(), site: site?.trim() ?? null };
}
