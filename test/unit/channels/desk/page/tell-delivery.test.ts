import { describe, expect, it } from 'vitest';
import type { DeliveryProblem, DoorAlert } from '../../../../../bot/contracts/channels.js';
import { channelWordsIn } from '../../../../../channels/desk/page/words/channel-words.js';
import { en } from '../../../../../channels/desk/page/words/en.js';
import { nl } from '../../../../../channels/desk/page/words/nl.js';
import {
  tellDeskNotice,
  tellDoorNotice,
  tellUndelivered,
} from '../../../../../channels/desk/page/words/tell-delivery.js';
import { CHANNELS_AT_DESK } from '../../../../support/channels-at-desk.js';

const PROBLEMS: readonly DeliveryProblem[] = ['window-closed', 'unreachable', 'not-accepted', 'gave-up'];
const ALERTS: readonly DoorAlert[] = ['access-ended', 'permission-missing', 'restricted'];
const IN_NL = channelWordsIn('nl', CHANNELS_AT_DESK);
const IN_EN = channelWordsIn('en', CHANNELS_AT_DESK);
const BOTH = [
  { words: nl, channels: IN_NL },
  { words: en, channels: IN_EN },
] as const;

describe('a channel', () => {
  it.each([
    ['directline', 'Website'],
    ['webchat', 'Website'],
    ['facebook', 'Messenger'],
    ['msteams', 'Teams'],
    ['email', 'E-mail'],
    ['slack', 'Slack'],
    ['newchannel', 'newchannel'],
    ['constructor', 'constructor'],
  ])('%s is called %s', (channelId, name) => {
    expect(BOTH.map(({ channels }) => channels.nameOf(channelId))).toEqual([name, name]);
  });
});

describe('why a message did not arrive', () => {
  it('names the limit of Messenger for who spoke', () => {
    expect(tellUndelivered(en, IN_EN, 'window-closed', 'facebook', 'agent')).toBe(
      'Messenger allows answers up to 7 days after the customer’s last message.',
    );
    expect(tellUndelivered(en, IN_EN, 'window-closed', 'facebook', 'bot')).toContain('up to 24 hours after');
    expect(tellUndelivered(nl, IN_NL, 'window-closed', 'facebook', 'agent')).toContain('tot 7 dagen na');
  });

  it('names no limit that is not known', () => {
    expect(tellUndelivered(en, IN_EN, 'window-closed', 'slack', 'agent')).toBe(
      'Slack allows no answers so long after the customer’s last message.',
    );
  });

  it.each(PROBLEMS)('is a sentence with the channel in both languages: %s', (problem) => {
    for (const { words, channels } of BOTH) {
      expect(tellUndelivered(words, channels, problem, 'msteams', 'agent')).toMatch(
        /^(?=.*\bTeams\b)[A-Z].*\.$/,
      );
    }
  });
});

describe('a door that does not send', () => {
  it('is told with what an administrator must do', () => {
    expect(tellDoorNotice(en, IN_EN, { door: 'messenger', alert: 'access-ended' })).toBe(
      'Messenger does not send: its access token has ended. An administrator must renew MESSENGER_PAGE_ACCESS_TOKEN.',
    );
    expect(tellDoorNotice(nl, IN_NL, { door: 'azure', alert: 'access-ended' })).toContain(
      'MicrosoftAppPassword',
    );
  });

  it.each(ALERTS)('is told for every door: %s', (alert) => {
    for (const door of ['messenger', 'azure', 'webchat', 'newdoor', 'constructor']) {
      expect(tellDoorNotice(nl, IN_NL, { door, alert })).toMatch(/ verstuurt niets: .* beheerder moet .*\.$/);
      expect(tellDoorNotice(en, IN_EN, { door, alert })).toMatch(
        / does not send: .* administrator must .*\.$/,
      );
    }
  });
});

describe('an ingest that ran by itself and went wrong', () => {
  const notice = (alert: 'ingest-failed' | 'ingest-held-back') => ({
    door: null,
    alert,
    since: '2026-03-02T03:30:00.000Z',
  });

  it('is told with what an administrator must do, and holds no answer back', () => {
    expect(tellDeskNotice(nl, IN_NL, notice('ingest-held-back'), '03:30')).toEqual({
      text: expect.stringMatching(/eerst bekeken moet worden; .* beheerder ziet .* publiceren\.$/),
      since: 'Sinds 03:30.',
    });
    expect(tellDeskNotice(en, IN_EN, notice('ingest-failed'), '03:30')).toEqual({
      text: expect.stringMatching(/^Reading the sources failed; .* administrator must look .*\.$/),
      since: 'Since 03:30.',
    });
  });

  it('stands beside doors that do not send', () => {
    const door = { door: 'messenger', alert: 'access-ended' as const, since: '2026-03-02T03:30:00.000Z' };
    expect(tellDeskNotice(en, IN_EN, door, '03:30').since).toBe('Since 03:30; answers wait meanwhile.');
  });
});
