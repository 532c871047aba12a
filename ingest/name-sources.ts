import { ingestErrors } from './errors.js';
import type { NamedSource } from './named-source.js';
import type { Source } from './sources/contracts.js';
import { fileSource } from './sources/file/file-source.js';
import { siteOfFolder } from './sources/stack-exchange/site-of-folder.js';
import { stackExchangeSource } from './sources/stack-exchange/stack-exchange-source.js';

/** Names are the first part of item ids and of file names. */
const NAME = /^[a-z\d][a-z\d._-]{0,59}$/i;
const SITE = /^(?:[a-z\d-]+\.)+[a-z]{2,}$/i;

/**
 * Makes the sources of what was named; files with one name become one source.
 * @param workDirectory where a dump is staged while it is read
 * @throws SOURCE_SETTING_INVALID, SOURCE_FORMAT_UNKNOWN
 */
export function nameSources(named: readonly NamedSource[], workDirectory: string): Source[] {
  const names = [...new Set(named.map(({ name }) => name))];
  return names.map((name) =>
    makeSource(
      name,
      named.filter((each) => each.name === name),
      workDirectory,
    ),
  );
}

function makeSource(name: string, parts: readonly NamedSource[], workDirectory: string): Source {
  const [first] = parts;
  const value = parts.map(({ kind, path }) => `${name}=${kind}:${path}`).join(',');
  if (!NAME.test(name)) {
    throw ingestErrors.SOURCE_SETTING_INVALID({
      value,
      reason: 'a name has letters, digits, ".", "_" and "-" only',
    });
  }
  if (first?.kind === 'file' && parts.every(({ kind }) => kind === 'file')) {
    return fileSource(
      name,
      parts.map(({ path }) => path),
    );
  }
  if (first?.kind === 'stack-exchange' && parts.length === 1) {
    const site = first.site ?? siteOfFolder(first.path);
    if (site !== null && !SITE.test(site)) {
      throw ingestErrors.SOURCE_SETTING_INVALID({
        value,
        reason: `"${site}" is no host such as coffee.stackexchange.com`,
      });
    }
    return stackExchangeSource({ name, directory: first.path, site, workDirectory });
  }
  const reason =
    parts.length > 1 ? 'a dump needs a name of its own' : `"${first?.kind}" is no kind of source`;
  throw ingestErrors.SOURCE_SETTING_INVALID({ value, reason });
}
