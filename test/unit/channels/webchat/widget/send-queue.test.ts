import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { ApiReply } from '../../../../../channels/webchat/widget/direct-line/direct-line-api.js';
import { SendQueue, type Wire } from '../../../../../channels/webchat/widget/direct-line/send-queue.js';
import { memoryStorage } from '../../../../support/memory-storage.js';

const OK: ApiReply<unknown> = { kind: 'ok', status: 200, body: {} };
const AWAY: ApiReply<unknown> = { kind: 'unreachable' };

/** A wire that answers as told, then with OK, and keeps what was posted. */
function wireWith(answers: ApiReply<unknown>[], catchUp: () => boolean = () => true) {
  const posted: string[] = [];
  const wire: Wire = {
    post: async (activity) => {
      posted.push(activity.text ?? activity.name ?? '');
      return answers.shift() ?? OK;
    },
    catchUp: async () => catchUp(),
  };
  return { wire, posted };
}

function message(text: string): Activity {
  return { type: 'message', text };
}

function states(queue: SendQueue): string[] {
  return queue.entries.map((entry) => `${entry.activity.text}: ${entry.state}`);
}

describe('SendQueue', () => {
  it('sends in order and keeps what the stream has not shown', async () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    queue.add(message('b'));
    const { wire, posted } = wireWith([]);
    await queue.flush(wire);
    expect(posted).toEqual(['a', 'b']);
    expect(states(queue)).toEqual(['a: sent', 'b: sent']);
    queue.settle(queue.entries[0]?.id ?? '');
    expect(states(queue)).toEqual(['b: sent']);
  });

  it('stops at the first that does not get through', async () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    queue.add(message('b'));
    const { wire, posted } = wireWith([AWAY]);
    await queue.flush(wire);
    expect(posted).toEqual(['a']);
    expect(states(queue)).toEqual(['a: waiting', 'b: waiting']);
    await queue.flush(wire);
    expect(posted).toEqual(['a', 'a', 'b']);
  });

  it('is waited for by whoever adds something while it sends', async () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    const { wire, posted } = wireWith([]);
    let second = Promise.resolve();
    const { post } = wire;
    wire.post = async (activity, files) => {
      wire.post = post;
      queue.add(message('b'));
      second = queue.flush(wire);
      return post(activity, files);
    };
    void queue.flush(wire);
    await Promise.resolve();
    await second;
    expect(posted).toEqual(['a', 'b']);
  });

  it('keeps nothing for the next conversation of what the one that ended meanwhile has got', async () => {
    const queue = new SendQueue('', null, () => {});
    for (const text of ['a', 'b']) queue.add(message(text));
    const { wire } = wireWith([]);
    const { post } = wire;
    wire.post = (activity, files) => {
      wire.post = async () => AWAY;
      queue.forgetSent();
      return post(activity, files);
    };
    await queue.flush(wire);
    expect(states(queue)).toEqual(['b: waiting']);
  });

  it('does not send again what the stream shows meanwhile', async () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    const { wire, posted } = wireWith([AWAY], () => {
      queue.settle(queue.entries[0]?.id ?? '');
      return true;
    });
    await queue.flush(wire);
    await queue.flush(wire);
    expect(posted).toEqual(['a']);
    expect(queue.entries).toEqual([]);
  });

  it('keeps what was refused with its reason, sends it no more, and sends the rest', async () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    queue.add(message('b'));
    const { wire, posted } = wireWith([{ kind: 'refused', status: 413, code: 'StorageShort' }]);
    await queue.flush(wire);
    expect(states(queue)).toEqual(['a: refused', 'b: sent']);
    expect(queue.entries[0]?.refusedFor).toBe('StorageShort');
    await queue.flush(wire);
    expect(posted).toEqual(['a', 'b']);
  });

  it('keeps unsent words over a reload, files aside', async () => {
    const storage = memoryStorage();
    const before = new SendQueue('', storage, () => {});
    before.add(message('sent'));
    await before.flush(wireWith([]).wire);
    before.add(message('words'));
    before.add(message('photo'), [new File(['x'], 'x.png')]);
    expect(states(new SendQueue('', storage, () => {}))).toEqual(['words: waiting', 'photo: lost']);
  });

  it('puts the greeting before words that wait', async () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    queue.add({ type: 'event', name: 'webchat/join' }, [], true);
    const { wire, posted } = wireWith([]);
    await queue.flush(wire);
    expect(posted).toEqual(['webchat/join', 'a']);
  });

  it('gives each entry an id of its own for the echo', () => {
    const queue = new SendQueue('', null, () => {});
    queue.add(message('a'));
    queue.add(message('a'));
    const ids = queue.entries.map(
      (entry) => (entry.activity.channelData as { clientActivityID: string }).clientActivityID,
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids).toEqual(queue.entries.map((entry) => entry.id));
  });
});
