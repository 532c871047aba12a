import { describe, expect, it } from 'vitest';
import {
  type AlertSettings,
  keepAlertSettings,
  NO_ALERTS,
  readAlertSettings,
} from '../../../../../channels/desk/page/alerts/alert-settings.js';
import { startAlerts } from '../../../../../channels/desk/page/alerts/start-alerts.js';
import { type DeskEvent, reduce } from '../../../../../channels/desk/page/state/reduce.js';
import { initialState } from '../../../../../channels/desk/page/state/state.js';
import { createStore } from '../../../../../channels/desk/page/state/store.js';
import { CHANNELS_AT_DESK } from '../../../../support/channels-at-desk.js';
import { claimed, entry, SANNE } from './scene.js';

const mention = (conversationId: string, at = '2026-01-01T10:06:00Z') =>
  ({ noteId: `${conversationId} ${at}`, conversationId, at }) as never;

/** A page of Sanne that nobody sees; gives what she was told. */
function hiddenPage(settings: AlertSettings = { sound: true, notification: true }) {
  const store = createStore(reduce, initialState('nl'));
  const around = { isSeen: false, now: Date.parse('2026-01-01T10:00:00Z'), sounds: 0, told: [] as string[] };
  startAlerts({
    get: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    isSeen: () => around.isSeen,
    settings: () => settings,
    now: () => around.now,
    sound: () => {
      around.sounds += 1;
    },
    notify: ({ kind, conversationId }, count) => around.told.push(`${kind} ${conversationId} ${count}`),
  });
  const entries = (...rows: ReturnType<typeof entry>[]): DeskEvent => ({
    ...{ kind: 'entries-read', doorNotices: [], pause: null, clockOffsetMs: 0 },
    entries: rows,
  });
  store.dispatch({ kind: 'signed-in', agent: SANNE, channels: CHANNELS_AT_DESK, place: { kind: 'queue' } });
  return { store, around, read: (...rows: ReturnType<typeof entry>[]) => store.dispatch(entries(...rows)) };
}

const offer = { agentId: SANNE.id, agentName: SANNE.name, until: '2026-01-01T10:01:00Z' };

describe('an agent who does not see the page', () => {
  it('is told of a new conversation, an offer, a mention and a reply, once each', () => {
    const { store, around, read } = hiddenPage();
    read(entry('anna'), claimed('bert', SANNE));
    store.dispatch({ kind: 'mentions-read', mentions: [mention('dora', '2026-01-01T09:00:00Z')] });
    expect(around.told).toEqual([]);
    read(entry('anna'), entry('carl'), claimed('bert', SANNE));
    read(entry('anna'), entry('carl', { offer }), claimed('bert', SANNE));
    const wrote = { customerWroteAt: '2026-01-01T10:05:00Z' };
    read(entry('anna'), entry('carl', { offer }), claimed('bert', SANNE, wrote));
    store.dispatch({ kind: 'mentions-read', mentions: [mention('anna')] });
    store.dispatch({ kind: 'mentions-read', mentions: [mention('anna')] });
    read(entry('anna'), entry('carl', { offer }), claimed('bert', SANNE, wrote));
    expect(around.told).toEqual(['new carl 1', 'offer carl 1', 'reply bert 1', 'mention anna 1']);
  });

  it('hears one sound where much happens at once, and another for what comes later', () => {
    const { around, read } = hiddenPage();
    read();
    read(entry('anna'), entry('bert'));
    expect(around.told).toEqual(['new anna 2']);
    read(entry('anna'), entry('bert'), entry('carl'));
    expect(around.sounds).toBe(1);
    around.now += 3_000;
    read(entry('anna'), entry('bert'), entry('carl'), entry('dora'));
    expect(around.sounds).toBe(2);
  });

  it('is told nothing that they did not choose, nor while they see the page', () => {
    const silent = hiddenPage(NO_ALERTS);
    silent.read();
    silent.read(entry('anna'));
    expect(silent.around).toMatchObject({ sounds: 0, told: [] });
    const seen = hiddenPage();
    seen.around.isSeen = true;
    seen.read();
    seen.read(entry('anna'));
    seen.around.isSeen = false;
    seen.read(entry('anna'));
    expect(seen.around).toMatchObject({ sounds: 0, told: [] });
  });
});

describe('what an agent chose', () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  };

  it('is nothing at first, outlives a reload, and is theirs alone', () => {
    const kept = memory();
    expect(readAlertSettings(kept, 'sanne')).toEqual(NO_ALERTS);
    keepAlertSettings(kept, 'sanne', { sound: true, notification: false });
    expect(readAlertSettings(kept, 'sanne')).toEqual({ sound: true, notification: false });
    expect(readAlertSettings(kept, 'mehmet')).toEqual(NO_ALERTS);
  });

  it('is nothing where the browser keeps nothing, or somebody wrote into it', () => {
    const broken = {
      getItem: () => '{"sound": "yes", ',
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(readAlertSettings(broken, 'sanne')).toEqual(NO_ALERTS);
    expect(() => keepAlertSettings(broken, 'sanne', NO_ALERTS)).not.toThrow();
  });
});
