import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azureOptions } from '../../channels/azure/azure-options.js';
import { createChannels } from '../../channels/channels.js';
import { createGraphClient } from '../../channels/messenger/graph/graph-client.js';
import { reasonOf } from '../../channels/messenger/graph/graph-reply.js';
import { messengerOptions } from '../../channels/messenger/messenger-options.js';
import { FEW_FILES, readOpenFilesLimit } from '../../channels/server/operations/open-files.js';
import { isCoded } from '../../index/platform/errors.js';
import { createReleaseStore } from '../../index/releases/create-release-store.js';
import { parseNamedSource } from '../../ingest/reading/named-source.js';
import { openSources } from '../../ingest/reading/open-sources.js';
import { readSignOnOptions } from '../accounts/single-sign-on/sign-on-options.js';
import { assignmentRulesOf } from '../assignment/assignment-rules.js';
import { readCompanyFiles } from '../company/read-company-files.js';
import { type ProgramSettings, readProgramSettings } from '../program-settings.js';
import { checkMachine, checkOpenFiles, checkPort, type Machine } from './check-machine.js';
import { checkPageToken, checkRegistration } from './check-online.js';
import { checkProvider } from './check-sign-on.js';
import { attempt, type DoctorFinding, finding } from './findings.js';

export interface Examined {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly machine: Machine;
  /** Whether Meta and Microsoft are asked as well. */
  readonly isOnline: boolean;
  /** What they are asked with; the global one where not given. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Looks at everything a start needs and much of what it does not notice; starts nothing and changes nothing. */
export async function examine({ environment, machine, isOnline, fetch }: Examined): Promise<DoctorFinding[]> {
  let settings: ProgramSettings;
  try {
    settings = readProgramSettings(environment);
  } catch (error) {
    if (!isCoded(error, 'SETTINGS_INVALID')) throw error;
    // Nothing else can be looked at without them.
    return [finding('settings', 'problem', error.message, error.message)];
  }
  const isProduction = environment.NODE_ENV === 'production';
  const local = [
    finding('settings', 'ok', 'Alle instellingen hebben de goede vorm.', 'All settings have the right form.'),
    ...checkMachine(settings.RUNTIME_DIR, machine),
    checkOpenFiles(machine.openFiles === undefined ? readOpenFilesLimit() : machine.openFiles, FEW_FILES),
    await checkPort(settings.PORT),
    ...checkOrigins(settings, isProduction),
    await attempt('channels', () => createChannels(settings, { isProduction }), {
      nl: 'Geen kanaal is maar half ingesteld.',
      en: 'No channel is set by half.',
    }),
    await attempt('sign-on', () => readSignOnOptions(settings), {
      nl: 'Inloggen via een aanbieder is niet maar half ingesteld.',
      en: 'Signing in through a provider is not set by half.',
    }),
    checkModel(settings),
    await checkRelease(settings),
    await checkFacts(settings),
    await checkSources(settings),
  ];
  if (!isOnline) return local;
  return [
    ...local,
    ...(await checkOnline(settings, isProduction, fetch)),
    ...(await checkSignOn(settings, machine.now, fetch)),
  ];
}

function checkOrigins(settings: ProgramSettings, isProduction: boolean): DoctorFinding[] {
  const { PUBLIC_URL: url, WEBCHAT_ORIGINS: origins, TRUST_PROXY: proxies } = settings;
  const found: DoctorFinding[] = [];
  const inWorld = url !== undefined || isProduction;
  found.push(
    origins.length > 0 || !inWorld
      ? finding(
          'origins',
          'ok',
          'Websites die de chat tonen: genoeg voor deze opzet.',
          'Websites that show the chat: enough for this setup.',
        )
      : finding(
          'origins',
          'warning',
          'WEBCHAT_ORIGINS is leeg: de chat werkt alleen op de eigen pagina van de server. Zet daar het adres van uw website in, zoals https://www.example.com.',
          'WEBCHAT_ORIGINS is empty: the chat works on the own page of the server alone. Put the address of your website there, such as https://www.example.com.',
        ),
  );
  if (origins.includes('*')) {
    found.push(
      finding(
        'origins',
        'warning',
        'WEBCHAT_ORIGINS is *: elke website mag de chat tonen. Noem liever uw eigen adressen.',
        'WEBCHAT_ORIGINS is *: every website may show the chat. Better name your own addresses.',
      ),
    );
  }
  if (isProduction && url === undefined) {
    found.push(
      finding(
        'address',
        'warning',
        'PUBLIC_URL is niet ingesteld: adressen worden uit elk verzoek overgenomen. Zet er het adres van de server in.',
        'PUBLIC_URL is not set: addresses are taken from each request. Set it to the address of the server.',
      ),
    );
  }
  if (url?.startsWith('https:') && proxies === 0) {
    found.push(
      finding(
        'address',
        'warning',
        "PUBLIC_URL is https en TRUST_PROXY is 0: achter een proxy komen alle klanten dan van één adres. Zet TRUST_PROXY op het aantal proxy's.",
        'PUBLIC_URL is https and TRUST_PROXY is 0: behind a proxy all customers then come from one address. Set TRUST_PROXY to the number of proxies.',
      ),
    );
  }
  return found;
}

function checkModel({ MODELS_DIR, EMBEDDER_MODEL, EMBEDDER_ALLOW_REMOTE }: ProgramSettings): DoctorFinding {
  const folder = join(MODELS_DIR, EMBEDDER_MODEL);
  if (existsSync(folder))
    return finding('model', 'ok', `Het model staat in ${folder}.`, `The model is in ${folder}.`);
  if (EMBEDDER_ALLOW_REMOTE) {
    return finding(
      'model',
      'warning',
      `Het model ${EMBEDDER_MODEL} wordt bij de start opgehaald.`,
      `The model ${EMBEDDER_MODEL} is fetched by the start.`,
    );
  }
  return finding(
    'model',
    'problem',
    `Er is geen model in ${folder}. Kijk MODELS_DIR en EMBEDDER_MODEL na.`,
    `There is no model in ${folder}. Check MODELS_DIR and EMBEDDER_MODEL.`,
  );
}

async function checkRelease({ RUNTIME_DIR }: ProgramSettings): Promise<DoctorFinding> {
  const releases = createReleaseStore({ directory: join(RUNTIME_DIR, 'releases'), now: () => new Date() });
  const id = releases.currentId();
  if (id === null) {
    return finding(
      'release',
      'warning',
      'Er is nog geen release: de eerste start leest de bronnen, of doe "npm run ingest".',
      'There is no release yet: the first start reads the sources, or do "npm run ingest".',
    );
  }
  if (releases.list().some((release) => release.id === id)) {
    return finding('release', 'ok', `Release ${id} is live.`, `Release ${id} is live.`);
  }
  return finding(
    'release',
    'problem',
    `De release ${id} is live, maar is er niet, is beschadigd of is van een andere versie. Doe "npm run ingest", of "npm run ingest -- rollback".`,
    `The release ${id} is live, yet it is gone, damaged or of another version. Do "npm run ingest", or "npm run ingest -- rollback".`,
  );
}

function checkFacts(settings: ProgramSettings): Promise<DoctorFinding> {
  const read = () => {
    readCompanyFiles(settings);
    assignmentRulesOf(settings);
  };
  return attempt('facts', read, {
    nl: 'Veiligheidsteksten, feiten, openingstijden, zoekfilters en teams zijn leesbaar.',
    en: 'Safety texts, facts, opening hours, search filters and teams can be read.',
  });
}

function checkSources(settings: ProgramSettings): Promise<DoctorFinding> {
  const open = () =>
    openSources(settings.INGEST_SOURCES.map(parseNamedSource), { settings, workDirectory: tmpdir() });
  return attempt('sources', open, {
    nl: `De ${settings.INGEST_SOURCES.length} bronnen zijn goed ingesteld; "npm run ingest -- check" probeert ze.`,
    en: `The ${settings.INGEST_SOURCES.length} sources are set right; "npm run ingest -- check" tries them.`,
  });
}

async function checkSignOn(
  settings: ProgramSettings,
  now: Date,
  fetch = globalThis.fetch,
): Promise<DoctorFinding[]> {
  try {
    const options = readSignOnOptions(settings);
    return options === null ? [] : [await checkProvider(options, now, fetch)];
  } catch {
    return []; // Set by half: `sign-on` says so already.
  }
}

async function checkOnline(
  settings: ProgramSettings,
  isProduction: boolean,
  fetch = globalThis.fetch,
): Promise<DoctorFinding[]> {
  const found: DoctorFinding[] = [];
  try {
    const messenger = messengerOptions(settings);
    if (messenger) {
      const graph = createGraphClient(messenger, fetch);
      const ask = async () => {
        const reply = await graph({ method: 'GET', path: 'me', query: { fields: 'id' } });
        if (reply.kind === 'answered') return { isOk: true } as const;
        return { isOk: false, reason: reasonOf(reply) } as const;
      };
      found.push(await checkPageToken(ask));
    }
    const { identity } = azureOptions(settings, isProduction);
    if (identity?.password) {
      const { appId, password, tenantId } = identity;
      found.push(await checkRegistration({ appId, password, tenant: tenantId ?? 'botframework.com' }, fetch));
    }
  } catch (error) {
    // Set by half: `channels` says so already.
    if (!isCoded(error)) throw error;
  }
  return found;
}
