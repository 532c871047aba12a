import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../channels/channel.js';
import {
  channelKinds,
  channelsAtDesk,
  connectChannels,
  createChannels,
  settingsOfChannels,
} from '../../../channels/channels.js';
import { channelSettings } from '../../../channels/settings.js';
import { silentLog } from '../../../index/platform/log.js';
import { joinSettings, parseSettings } from '../../../index/platform/settings.js';
import { createMemoryWebchatStore } from '../../support/memory-webchat-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { NO_FILES } from '../../support/test-files.js';

const ALL_ON = {
  MESSENGER_APP_SECRET: 'secret',
  MESSENGER_VERIFY_TOKEN: 'token',
  MESSENGER_PAGE_ACCESS_TOKEN: 'access',
};

function create(environment: Record<string, string> = {}): readonly Channel[] {
  const settings = parseSettings(joinSettings(channelSettings, settingsOfChannels), environment);
  return createChannels(settings, { isProduction: false });
}

function connect(channels: readonly Channel[]) {
  const folder = temporaryFolder();
  const unused = async () => {};
  return connectChannels(channels, {
    bot: { accept: unused, takeEvent: unused, receive: unused },
    webchatStore: createMemoryWebchatStore(),
    files: NO_FILES,
    botName: 'Zwaluw',
    runtimePath: (name) => join(folder, name),
    log: silentLog,
    clock: { now: () => new Date() },
  });
}

describe('the channels', () => {
  it('have one form for each channelId', () => {
    const channels = create(ALL_ON);
    const forms = channels.flatMap((channel) => channel.forms.map(({ channelId }) => channelId));
    expect(forms.length).toBeGreaterThan(0);
    expect(new Set(forms).size).toBe(forms.length);
    expect(channels).toHaveLength(channelKinds.length);
  });

  it('connect with a door and a transport of its own name each', () => {
    const doors = connect(create(ALL_ON)).map(({ transport }) => transport.door);
    expect(doors).toEqual(['webchat', 'messenger', 'azure']);
  });

  it('keep their forms while their own door is off, for others that carry them', () => {
    const channels = create();
    expect(connect(channels).map(({ transport }) => transport.door)).toEqual(['webchat', 'azure']);
    const carried = channels.map(({ forms }) => forms.map(({ channelId }) => channelId));
    expect(carried).toContainEqual(['facebook']);
  });

  it('refuse to be set by half before anything is connected', () => {
    expect(() => create({ MESSENGER_APP_SECRET: 'secret' })).toThrow(/MESSENGER_VERIFY_TOKEN/);
  });
});

describe('what the desk is told of channels', () => {
  it('names every door and every channelId that has a form of its own, once', () => {
    const channels = create(ALL_ON);
    const told = channelsAtDesk(channels);
    const doors = connect(channels).map(({ transport }) => transport.door);
    expect(told.doors.map(({ door }) => door).sort()).toEqual([...doors].sort());
    const named = told.channels.map(({ channelId }) => channelId);
    expect(new Set(named).size).toBe(named.length);
    const forms = channels.flatMap((channel) => channel.forms.map(({ channelId }) => channelId));
    expect(named).toEqual(expect.arrayContaining(forms.filter((channelId) => channelId !== '*')));
  });

  it('says how long agents have by whether Meta approved the longer time', () => {
    const limitOf = (environment: Record<string, string>) =>
      channelsAtDesk(create(environment)).channels.find(({ channelId }) => channelId === 'facebook')?.limits;
    expect(limitOf({})).toMatchObject({ agent: { en: '7 days' }, bot: { en: '24 hours' } });
    expect(limitOf({ MESSENGER_HUMAN_AGENT: 'false' })).toMatchObject({ agent: { en: '24 hours' } });
  });
});
