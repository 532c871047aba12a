import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatConversation } from '../../../../../channels/webchat/widget/conversation.js';
import { Receipts } from '../../../../../channels/webchat/widget/receipts.js';
import type { OtherLine } from '../../../../../channels/webchat/widget/transcript.js';
import { AGENT, said } from '../../../../support/widget-messages.js';

const other = (at: string, isAgent = true): OtherLine => ({
  kind: 'other',
  key: at,
  at,
  message: said('hallo', isAgent ? { speaker: AGENT } : {}),
  files: [],
  isNewSpeaker: false,
  change: null,
});

/** What is told of these lines while the customer sees up to a time. */
function open(lines: readonly OtherLine[]) {
  const scene = { lines: [...lines], inSight: '', answers: true, told: [] as unknown[] };
  const conversation = {
    get lines() {
      return scene.lines;
    },
    status: null,
    ask: async (...[, , body]: [string, string, object]) => {
      scene.told.push(JSON.parse(JSON.stringify(body)));
      return scene.answers ? {} : null;
    },
  } as unknown as ChatConversation;
  return { scene, receipts: new Receipts(conversation, () => scene.inSight) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what a window tells of messages', () => {
  it('is which came last, and which was last in sight', async () => {
    const { scene, receipts } = open([other('1')]);
    receipts.look();
    await vi.advanceTimersByTimeAsync(2_000);
    scene.inSight = '1';
    receipts.look();
    expect(scene.told).toEqual([{ delivered: '1' }, { delivered: '1', read: '1' }]);
  });

  it('is told every two seconds at most, and the last of it always', async () => {
    const { scene, receipts } = open([other('1')]);
    for (let n = 1; n <= 50; n += 1) {
      scene.inSight = String(n);
      scene.lines.push(other(String(n)));
      receipts.look();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(2_000);
    expect(scene.told).toHaveLength(4);
    expect(scene.told.at(-1)).toEqual({ delivered: '50', read: '50' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(scene.told).toHaveLength(4);
  });

  it('is nothing while the bot alone talks', async () => {
    const { scene, receipts } = open([other('1', false)]);
    receipts.look();
    expect(scene.told).toEqual([]);
  });

  it('is told anew where it was lost', async () => {
    const { scene, receipts } = open([other('1')]);
    scene.answers = false;
    receipts.look();
    await vi.advanceTimersByTimeAsync(0);
    scene.answers = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(scene.told).toEqual([{ delivered: '1' }, { delivered: '1' }]);
  });
});
