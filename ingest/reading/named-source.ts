import { ingestErrors } from '../errors.js';
import type { SourceAddress } from '../sources/contracts.js';
import { namesOfKinds } from '../sources/source-kinds.js';

/** A source as a setting or the command line names it. */
export interface NamedSource extends SourceAddress {
  readonly name: string;
  readonly kind: string;
}

const LINE = /^(?<name>[^=]+)=\s*(?<kind>[a-z-]+)\s*:(?<path>[^?]+)(?:\?(?<options>.+))?$/;
const OPTION = /^(?<option>[a-z]+)=(?<value>.+)$/;

/**
 * Reads `name=kind:path?option=value&…`, a line of INGEST_SOURCES.
 * @throws SOURCE_SETTING_INVALID
 */
export function parseNamedSource(line: string): NamedSource {
  const { name, kind, path, options = '' } = LINE.exec(line.trim())?.groups ?? {};
  const pairs = options === '' ? [] : options.split('&').map((pair) => OPTION.exec(pair)?.groups);
  const parsed: Record<string, string> = {};
  for (const pair of pairs) if (pair?.option && pair.value) parsed[pair.option] = pair.value.trim();
  const isWhole = pairs.length === Object.keys(parsed).length;
  if (!name || !kind || !path || !isWhole) {
    const reason = 'it has not the form name=kind:path';
    throw ingestErrors.SOURCE_SETTING_INVALID({ value: line, reason, kinds: namesOfKinds });
  }
  return { name: name.trim(), kind, path: path.trim(), options: parsed };
}
