import { delay } from '../../index/platform/clock.js';
import type { Settings, SettingTable } from '../../index/platform/settings.js';
import { ingestErrors } from '../errors.js';
import type { Source, SourceKind } from '../sources/contracts.js';
import type { GuardedFetch, Patience } from '../sources/http/contracts.js';
import { httpSettings } from '../sources/http/http-settings.js';
import { namesOfKinds, type SourceSettings, sourceKinds } from '../sources/source-kinds.js';
import type { NamedSource } from './named-source.js';

/** Names are the first part of item ids and of file names. */
const NAME = /^[a-z\d][a-z\d._-]{0,59}$/i;

/** What the sources of a run are opened with. */
interface OpeningTools {
  readonly settings: SourceSettings;
  /** Where a source may stage what it reads. */
  readonly workDirectory: string;
  /** For tests; the registry where not given. */
  readonly kinds?: readonly SourceKind[];
  /** For tests; the clock of the system where not given. */
  readonly patience?: Patience | undefined;
}

const systemPatience: Patience = { now: () => new Date(), wait: (ms) => delay(ms) };

/**
 * Opens the sources that were named; addresses with one name become one source.
 * @throws SOURCE_SETTING_INVALID and what the kinds refuse
 */
export async function openSources(named: readonly NamedSource[], tools: OpeningTools): Promise<Source[]> {
  const names = [...new Set(named.map(({ name }) => name))];
  const sources: Source[] = [];
  for (const name of names) {
    sources.push(
      await openSource(
        name,
        named.filter((each) => each.name === name),
        tools,
      ),
    );
  }
  return sources;
}

async function openSource(
  name: string,
  parts: readonly NamedSource[],
  { settings, workDirectory, kinds = sourceKinds, patience = systemPatience }: OpeningTools,
): Promise<Source> {
  const value = parts.map(({ kind, path }) => `${name}=${kind}:${path}`).join(',');
  const refusal = (reason: string) =>
    ingestErrors.SOURCE_SETTING_INVALID({ value, reason, kinds: namesOfKinds });
  if (!NAME.test(name)) throw refusal('a name has letters, digits, ".", "_" and "-" only');
  const [first, ...others] = parts;
  const kind = kinds.find((each) => each.kind === first?.kind);
  if (!first || !kind) throw refusal(`"${first?.kind}" is no kind of source`);
  if (others.some((part) => part.kind !== kind.kind)) {
    throw refusal('sources of different kinds need names of their own');
  }
  const unknown = parts
    .flatMap(({ options }) => Object.keys(options))
    .find((option) => !kind.options.includes(option));
  if (unknown !== undefined) throw refusal(`"${unknown}" is no option of ${kind.kind}`);
  return kind.open({
    name,
    addresses: [first, ...others],
    settings: ownSettings(kind.settings, settings),
    workDirectory,
    connect: (hosts) => connect(hosts, settings, patience),
    patience,
    refusal,
  });
}

async function connect(
  hosts: readonly string[],
  settings: SourceSettings,
  patience: Patience,
): Promise<GuardedFetch> {
  const { createGuardedFetch } = await import('../sources/http/guarded-fetch.js');
  const own = ownSettings(httpSettings, settings) as Settings<typeof httpSettings>;
  return createGuardedFetch({
    hosts,
    intranetHosts: own.INGEST_INTRANET_HOSTS,
    requestsPerMinute: own.INGEST_REQUESTS_PER_MINUTE,
    contact: own.INGEST_CONTACT ?? null,
    patience,
  });
}

/** Of all settings those of one kind: no kind sees another's secrets. */
function ownSettings(table: SettingTable, settings: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.keys(table).map((name) => [name, settings[name]]));
}
