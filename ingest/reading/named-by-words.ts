import { basename, resolve } from 'node:path';
import { ingestErrors } from '../errors.js';
import { sourceKinds } from '../sources/source-kinds.js';
import { type NamedSource, parseNamedSource } from './named-source.js';

/** What stands behind --source, --path, --site and --name. */
interface SourceWords {
  readonly source?: string | undefined;
  readonly path?: string | undefined;
  readonly site?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * The one source that the command line names, or nothing: then INGEST_SOURCES counts.
 * @throws INGEST_COMMAND_INVALID where only half of it is named
 */
export function namedByWords({ source: kind, path, site, name }: SourceWords): NamedSource[] | undefined {
  if (kind === undefined && path === undefined) return undefined;
  if (kind === undefined || path === undefined) {
    throw ingestErrors.INGEST_COMMAND_INVALID({ reason: '--source and --path go together' });
  }
  // An address of the network may have options behind it, as in INGEST_SOURCES; in a file's name "?" is a sign like others.
  if (/^https?:\/\//i.test(path)) return [namedByAddress(kind, path, name)];
  const known = sourceKinds.find((each) => each.kind === kind);
  const options: Record<string, string> =
    site !== undefined && known?.options.includes('site') ? { site } : {};
  const suggested = known?.suggestName({ path, options }) ?? withoutEnding(basename(resolve(path)));
  return [{ name: name ?? asSourceName(suggested), kind, path, options }];
}

function namedByAddress(kind: string, path: string, name: string | undefined): NamedSource {
  const address = parseNamedSource(`source=${kind}:${path}`);
  const suggested = sourceKinds.find((each) => each.kind === kind)?.suggestName(address);
  return { ...address, name: name ?? asSourceName(suggested ?? kind) };
}

function withoutEnding(file: string): string {
  return file.replace(/\.[a-z\d]+$/i, '');
}

/** A text with only what the name of a source may have. */
function asSourceName(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z\d._-]+/g, '-')
      .replace(/^[^a-z\d]+/, '') || 'source'
  );
}
