import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startState, understand } from '../../../../bot/turn/turn.js';
import { type AppFacts, appFacts } from '../../../../channels/teams/app-facts.js';
import { buildEnglish, buildManifest } from '../../../../channels/teams/manifest.js';
import { appWords } from '../../../../channels/teams/manifest-words.js';
import { packApp } from '../../../../channels/teams/pack-app.js';
import { teamsSettings } from '../../../../channels/teams/settings.js';
import { parseSettings, setting } from '../../../../index/platform/settings.js';
import { ears } from '../../../support/ears.js';
import { ROOT } from '../../../support/product-files.js';
import { fc, runs } from '../../../support/properties.js';

const ENVIRONMENT = {
  MicrosoftAppId: '00000000-1111-4222-8333-444444444444',
  PUBLIC_URL: 'https://help.zwaluw.example',
  BOT_NAME: 'Zwaluw-assistent',
  COMPANY_NAME: 'Zwaluw',
  TEAMS_WEBSITE_URL: 'https://zwaluw.example/bot',
  TEAMS_PRIVACY_URL: 'https://zwaluw.example/privacy',
  TEAMS_TERMS_URL: 'https://zwaluw.example/terms',
};

const validManifest = schemaOf('MicrosoftTeams.schema.json');
const validWords = schemaOf('MicrosoftTeams.Localization.schema.json');

describe('the Teams app', () => {
  it('is a zip with manifest, English words and icons at the top', () => {
    expect(Object.keys(unzipSync(packApp(factsOf({}))))).toEqual([
      'manifest.json',
      'en.json',
      'color.png',
      'outline.png',
    ]);
  });

  it('is the same for the same settings', () => {
    expect(Buffer.from(packApp(factsOf({})))).toEqual(Buffer.from(packApp(factsOf({}))));
  });

  it('fits the schema that Microsoft packs', () => {
    const files = unzipSync(packApp(factsOf({})));
    expect(complaints(validManifest, json(files['manifest.json']))).toEqual([]);
    expect(complaints(validWords, json(files['en.json']))).toEqual([]);
  });

  it('says what the settings say', () => {
    expect(buildManifest(factsOf({ TEAMS_DEVELOPER_NAME: 'Zwaluw B.V.' }))).toMatchObject({
      id: ENVIRONMENT.MicrosoftAppId,
      version: '1.0.0',
      name: { short: 'Zwaluw-assistent', full: 'Zwaluw-assistent, Zwaluw' },
      developer: { name: 'Zwaluw B.V.', privacyUrl: 'https://zwaluw.example/privacy' },
      validDomains: ['help.zwaluw.example'],
      bots: [{ botId: ENVIRONMENT.MicrosoftAppId, scopes: ['personal', 'team', 'groupChat'] }],
    });
  });

  it('asks to be told what was read only when set', () => {
    expect(buildManifest(factsOf({}))).not.toHaveProperty('authorization');
    const asking = buildManifest(factsOf({ TEAMS_READ_RECEIPTS: 'true' }));
    expect(JSON.stringify(asking)).toContain('ChatMessageReadReceipt.Read.Chat');
    expect(complaints(validManifest, asking)).toEqual([]);
  });

  it('asks to read the channels of its team only where agents work in one', () => {
    for (const [name, value] of [
      ['TEAMS_DESK', 'true'],
      ['TEAMS_DESK_CHANNEL', '19:abc@thread.tacv2'],
    ] as const) {
      const asking = buildManifest(factsOf({ [name]: value, TEAMS_READ_RECEIPTS: 'true' }));
      expect(asking).toHaveProperty('authorization.permissions.resourceSpecific', [
        { name: 'ChatMessageReadReceipt.Read.Chat', type: 'Application' },
        { name: 'ChannelMessage.Read.Group', type: 'Application' },
      ]);
      expect(complaints(validManifest, asking)).toEqual([]);
    }
    expect(() => factsOf({ TEAMS_DESK_CHANNEL: 'https://teams.example/channel' })).toThrow(/19:/);
  });

  it('fits with names of any length', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5_000 });
    fc.assert(
      fc.property(name, name, name, (botName, companyName, developerName) => {
        const facts: AppFacts = { ...factsOf({}), botName, companyName, developerName };
        expect(complaints(validManifest, buildManifest(facts))).toEqual([]);
        expect(complaints(validWords, buildEnglish(facts))).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each(['nl', 'en'] as const)('offers commands that the bot understands, in %s', (language) => {
    const wishes = appWords(language, { bot: 'x', company: 'y' }).commands.map(({ title }) => {
      const input = { text: title, value: null, hasAttachments: false, locale: language };
      return understand(input, startState(language), 'with-bot', ears).wish;
    });
    expect(wishes).toMatchObject([
      { kind: 'person' },
      { kind: 'small-talk', talk: 'who-are-you' },
      { kind: 'choice', value: { action: 'start-anew' } },
      { kind: 'choice', value: { action: 'send-transcript' } },
      { kind: 'choice', value: { action: 'end-conversation' } },
    ]);
  });
});

describe('icons of the Teams app', () => {
  const files = unzipSync(packApp(factsOf({})));

  it('are a coloured one of 192 × 192, with no hole in it', () => {
    const { width, height, pixels } = readPng(files['color.png']);
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(pixels).toContainEqual([255, 255, 255, 255]);
  });

  it('are an outline of 32 × 32, white on nothing', () => {
    const { width, height, pixels } = readPng(files['outline.png']);
    expect([width, height]).toEqual([32, 32]);
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(pixels[0]?.[3]).toBe(0);
    expect(pixels.some(([, , , alpha]) => alpha === 255)).toBe(true);
  });
});

describe('settings of the Teams app', () => {
  it('that are missing are all named', () => {
    expect(() => factsOf({ MicrosoftAppId: '', COMPANY_NAME: '', TEAMS_TERMS_URL: '' })).toThrow(
      'The Teams app cannot be packed without MicrosoftAppId, COMPANY_NAME, TEAMS_TERMS_URL. Set them in the environment or in .env; channels/teams/README.md explains each one.',
    );
  });

  it.each([
    [{ MicrosoftAppId: 'mybot' }, 'MicrosoftAppId is "mybot"'],
    [{ PUBLIC_URL: 'http://help.zwaluw.example' }, 'PUBLIC_URL is "http://help.zwaluw.example"'],
    [{ TEAMS_APP_ID: 'x' }, 'TEAMS_APP_ID is "x": must be a GUID'],
    [{ TEAMS_APP_VERSION: '1.0' }, 'TEAMS_APP_VERSION is "1.0": must be three numbers, such as 1.0.0'],
    [{ TEAMS_ACCENT_COLOR: 'red' }, 'TEAMS_ACCENT_COLOR is "red": must be # and six hexadecimal digits'],
    [{ TEAMS_WEBSITE_URL: 'http://x.example' }, 'TEAMS_WEBSITE_URL is "http://x.example": must be an https'],
  ])('refuse %j', (environment, message) => {
    expect(() => factsOf(environment)).toThrow(message);
  });
});

function factsOf(environment: Readonly<Record<string, string>>): AppFacts {
  const table = {
    ...teamsSettings,
    MicrosoftAppId: setting.optionalText(''),
    PUBLIC_URL: setting.optionalText(''),
    BOT_NAME: setting.optionalText(''),
    COMPANY_NAME: setting.optionalText(''),
  };
  return appFacts(parseSettings(table, { ...ENVIRONMENT, ...environment }));
}

function schemaOf(name: string): ValidateFunction {
  const { manifestVersion } = buildManifest(factsOf({}));
  const folder = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
  const file = readFileSync(join(folder, `v${manifestVersion}`, name), 'utf8');
  // The schemas say draft 4 and use nothing that later drafts read otherwise.
  const { $schema: _, ...schema } = JSON.parse(file);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

function complaints(validate: ValidateFunction, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function json(bytes: Uint8Array | undefined): unknown {
  return JSON.parse(strFromU8(bytes ?? new Uint8Array()));
}

/** Reads a PNG as the icons are: one chunk of pixels, eight bits a channel, no filter. */
function readPng(bytes: Uint8Array | undefined) {
  const file = Buffer.from(bytes ?? []);
  expect(file.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([...file.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const at = Math.floor(index / width) * (1 + width * 4) + 1 + (index % width) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  return { width, height, pixels };
}
