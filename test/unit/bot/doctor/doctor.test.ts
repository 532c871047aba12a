import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Machine } from '../../../../bot/doctor/check-machine.js';
import { examine } from '../../../../bot/doctor/examine.js';
import type { DoctorFinding } from '../../../../bot/doctor/findings.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const NOW = new Date('2030-05-01T10:00:00Z');
const MACHINE: Machine = { node: 'v20.19.0', now: NOW, freeBytes: () => 5e9, openFiles: 65_536 };
const MESSENGER = {
  MESSENGER_APP_SECRET: 'a'.repeat(32),
  MESSENGER_VERIFY_TOKEN: 'b'.repeat(32),
  MESSENGER_PAGE_ACCESS_TOKEN: 'page-token-of-nobody',
};
const AZURE = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'secret-of-nobody',
  MicrosoftAppTenantId: '99999999-2222-4333-8444-555555555555',
};

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Nothing goes out: whoever asks gets this answer. */
function look(
  settings: Record<string, string> = {},
  more: { readonly machine?: Partial<Machine>; readonly answer?: Response; readonly asked?: string[] } = {},
): Promise<DoctorFinding[]> {
  return examine({
    environment: { RUNTIME_DIR: folder, PORT: '0', ...settings },
    machine: { ...MACHINE, ...more.machine },
    isOnline: more.answer !== undefined,
    fetch: async (address) => {
      more.asked?.push(String(address));
      return more.answer?.clone() ?? Response.error();
    },
  });
}

const of = (findings: readonly DoctorFinding[], check: string) =>
  findings.filter((one) => one.check === check && one.level !== 'ok');

describe('the doctor', () => {
  it('finds nothing wrong with a new folder and no settings but that there is no release yet', async () => {
    const findings = await look();
    expect(findings.filter(({ level }) => level !== 'ok').map(({ check }) => check)).toEqual(['release']);
    expect(findings.every(({ nl, en }) => nl !== '' && en !== '')).toBe(true);
  });

  it('says which settings have the wrong form, with their words, and looks no further', async () => {
    const findings = await look({ PORT: 'many', PROMISE_HOURS: '0' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ check: 'settings', level: 'problem' });
    expect(findings[0]?.en).toContain('PORT is "many"');
    expect(findings[0]?.en).toContain('PROMISE_HOURS');
  });

  it.each<[string, string, Record<string, string>]>([
    ['a website that was forgotten', 'origins', { PUBLIC_URL: 'https://chat.example.com', TRUST_PROXY: '1' }],
    ['any website', 'origins', { WEBCHAT_ORIGINS: '*' }],
    [
      'a proxy that was forgotten',
      'address',
      { PUBLIC_URL: 'https://chat.example.com', WEBCHAT_ORIGINS: 'https://a.example' },
    ],
    ['no address in production', 'address', { NODE_ENV: 'production', WEBCHAT_ORIGINS: 'https://a.example' }],
    ['a channel that is set by half', 'channels', { MESSENGER_APP_SECRET: 'a'.repeat(32) }],
    ['a model that is not there', 'model', { EMBEDDER_MODEL: 'no-such-model' }],
    ['facts that are not there', 'facts', { COMPANY_FACTS: 'no-such-file.json' }],
    ['search filters that are not there', 'facts', { SEARCH_FILTERS: 'no-such-file.json' }],
    ['a kind of source that is none', 'sources', { INGEST_SOURCES: 'ours=gopher:threads' }],
  ])('finds %s', async (_, check, settings) => {
    expect(of(await look(settings), check)).toHaveLength(1);
  });

  it('finds an old Node, a full disk, files that others can read, and a clock that went back', async () => {
    writeFileSync(join(folder, 'conversations.sqlite'), '', { mode: 0o600 });
    mkdirSync(join(folder, 'files'));
    // Not by mkdir, which takes off what the process masks.
    chmodSync(join(folder, 'files'), 0o755);
    const later = new Date(NOW.getTime() + 3_600_000);
    utimesSync(join(folder, 'conversations.sqlite'), later, later);
    const findings = await look({}, { machine: { node: 'v18.20.1', freeBytes: () => 1e6 } });
    const wrong = findings
      .filter(({ level }) => level !== 'ok')
      .map(({ check, level }) => `${check} ${level}`);
    expect(wrong).toEqual([
      'node problem',
      'modes warning',
      'clock warning',
      'disk problem',
      'release warning',
    ]);
  });

  it('finds that few files may be open, where the system tells', async () => {
    const [found] = of(await look({}, { machine: { openFiles: 256 } }), 'open-files');
    expect(found).toMatchObject({ level: 'warning' });
    expect(found?.en).toContain('only 256 files');
    expect(of(await look({}, { machine: { openFiles: null } }), 'open-files')).toEqual([]);
  });

  it('finds a release that is live and not there, and a restore that was cut short', async () => {
    mkdirSync(join(folder, 'releases'), { mode: 0o700 });
    writeFileSync(join(folder, 'releases', 'current'), '20260101T000000000-0badcafe\n');
    expect(of(await look(), 'release')).toMatchObject([{ level: 'problem' }]);
    writeFileSync(join(folder, 'restore-unfinished'), '');
    expect(of(await look(), 'folder')).toMatchObject([{ level: 'problem' }]);
  });

  describe('beside another program', () => {
    const other = createServer();
    afterEach(() => new Promise((closed) => other.close(closed)));

    it('finds that its port is taken', async () => {
      await new Promise<void>((listening) => other.listen(0, listening));
      const address = other.address();
      const port = typeof address === 'object' && address ? String(address.port) : '';
      expect(of(await look({ PORT: port }), 'port')).toMatchObject([{ level: 'warning' }]);
    });
  });

  it('asks Meta and Microsoft only when told to, and says which settings they refuse', async () => {
    const asked: string[] = [];
    const settings = { ...MESSENGER, ...AZURE };
    await look(settings, { asked });
    expect(asked).toEqual([]);
    const answer = Response.json({ error: 'invalid_client' }, { status: 401 });
    const findings = await look(settings, { asked, answer });
    expect(asked.map((address) => new URL(address).host)).toEqual([
      'graph.facebook.com',
      'login.microsoftonline.com',
    ]);
    expect(of(findings, 'messenger-token')[0]?.en).toContain('MESSENGER_PAGE_ACCESS_TOKEN');
    expect(of(findings, 'azure-token')[0]?.en).toContain('invalid_client');
    const said = JSON.stringify([findings, asked]);
    expect(
      [...Object.values(MESSENGER), AZURE.MicrosoftAppPassword].filter((secret) => said.includes(secret)),
    ).toEqual([]);
    const good = await look(settings, { answer: Response.json({ id: '1', access_token: 'x' }) });
    expect([...of(good, 'messenger-token'), ...of(good, 'azure-token')]).toEqual([]);
  });

  it('says what is set by half of a provider of sign-ins, and asks that online', async () => {
    const halves = await look({ OIDC_ISSUER: 'https://id.example.com' });
    expect(of(halves, 'sign-on')[0]?.en).toContain('OIDC_CLIENT_ID');
    const nobody = await look({ DESK_PASSWORDS: 'false' });
    expect(of(nobody, 'sign-on')[0]?.en).toContain('OIDC_ISSUER is not set');

    const whole = { OIDC_ISSUER: 'https://id.example.com', OIDC_CLIENT_ID: 'desk', OIDC_AGENTS: '*' };
    const asked: string[] = [];
    const metadata = {
      issuer: 'https://id.example.com',
      authorization_endpoint: 'https://id.example.com/auth',
      token_endpoint: 'https://id.example.com/token',
      jwks_uri: 'https://id.example.com/keys',
      response_types_supported: ['code'],
    };
    expect(of(await look(whole, { answer: Response.json(metadata), asked }), 'sign-on')).toEqual([]);
    expect(asked).toEqual(['https://id.example.com/.well-known/openid-configuration']);
    const other = Response.json({ ...metadata, issuer: 'https://other.example.com' });
    expect(of(await look(whole, { answer: other }), 'sign-on')[0]).toMatchObject({ level: 'problem' });
    const down = new Response('', { status: 502 });
    expect(of(await look(whole, { answer: down }), 'sign-on')[0]?.nl).toContain('502');
  });
});
