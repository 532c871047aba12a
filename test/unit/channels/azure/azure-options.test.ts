import { describe, expect, it } from 'vitest';
import { azureOptions } from '../../../../channels/azure/azure-options.js';
import { azureSettings } from '../../../../channels/azure/settings.js';
import { channelSettings } from '../../../../channels/settings.js';
import { parseSettings } from '../../../../index/platform/settings.js';

const ID = '11111111-2222-3333-4444-555555555555';
const TENANT = '66666666-7777-8888-9999-000000000000';
const SINGLE = { MicrosoftAppId: ID, MicrosoftAppPassword: 'p', MicrosoftAppTenantId: TENANT };
const MANAGED = { MicrosoftAppId: ID, MicrosoftAppTenantId: TENANT, MicrosoftAppType: 'UserAssignedMSI' };
const MULTI = { MicrosoftAppId: ID, MicrosoftAppPassword: 'p', MicrosoftAppType: 'MultiTenant' };

type Environment = Readonly<Record<string, string>>;

function optionsOf(environment: Environment, isProduction = true) {
  const { PUBLIC_URL } = channelSettings;
  return azureOptions(parseSettings({ ...azureSettings, PUBLIC_URL }, environment), isProduction);
}

describe('the settings of Azure', () => {
  it('leave the channel off when nothing is set, and to this machine where that is asked for', () => {
    expect(optionsOf({}, false)).toEqual({ identity: null, isLocalAllowed: false });
    expect(optionsOf({ AZURE_LOCAL: 'true' }, false)).toEqual({ identity: null, isLocalAllowed: true });
  });

  it('leave it off in production, whatever is asked for', () => {
    expect(optionsOf({ AZURE_LOCAL: 'true' }, true)).toEqual({ identity: null, isLocalAllowed: false });
  });

  it.each([
    ['https://chat.example', false],
    ['http://10.0.0.4:3978', false],
    ['http://localhost:3978', true],
    ['http://127.0.0.1:3978', true],
  ])('leave it to this machine only where the server is there: %s', (PUBLIC_URL, isLocalAllowed) => {
    expect(optionsOf({ PUBLIC_URL, AZURE_LOCAL: 'true' }, false)).toEqual({ identity: null, isLocalAllowed });
  });

  it.each<[string, Environment, object]>([
    ['SingleTenant', SINGLE, { password: 'p', tenantId: TENANT }],
    ['UserAssignedMSI', MANAGED, { password: null, tenantId: TENANT }],
    ['MultiTenant', { ...MULTI, MicrosoftAppTenantId: TENANT }, { password: 'p', tenantId: null }],
  ])('are whole for a bot of the type %s', (type, environment, fields) => {
    const identity = { appId: ID, type, channelService: null, ...fields };
    expect(optionsOf(environment)).toEqual({ identity, isLocalAllowed: false });
  });

  it.each<[Environment, string]>([
    [{ MicrosoftAppId: ID }, 'MicrosoftAppPassword and MicrosoftAppTenantId'],
    [{ ...SINGLE, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
    [{ ...SINGLE, MicrosoftAppId: '' }, 'MicrosoftAppId'],
    [{ MicrosoftAppTenantId: TENANT }, 'MicrosoftAppId and MicrosoftAppPassword'],
    [{ MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppId and MicrosoftAppTenantId'],
    [{ ...MANAGED, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
    [{ ...MULTI, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword'],
    [{ ChannelService: 'https://botframework.azure.us' }, 'MicrosoftAppId and MicrosoftAppPassword and'],
  ])('that are half set say what is missing: %o', (environment, missing) => {
    expect(() => optionsOf(environment, false)).toThrow(`needs ${missing}`);
  });

  it('refuse a secret beside a managed identity', () => {
    const environment = { ...MANAGED, MicrosoftAppPassword: 'p' };
    expect(() => optionsOf(environment)).toThrow(/a managed identity .* has no secret/);
  });

  it('take the type in any case', () => {
    expect(optionsOf({ ...MULTI, MicrosoftAppType: 'multitenant' }).identity?.type).toBe('MultiTenant');
  });

  it.each([
    ['MicrosoftAppId', 'my-bot'],
    ['MicrosoftAppType', 'Single'],
    ['MicrosoftAppTenantId', 'https://login'],
    ['ChannelService', 'https://example.com'],
  ])('say what is wrong with %s', (name, text) => {
    expect(() => optionsOf({ ...SINGLE, [name]: text })).toThrow(name);
  });
});
