import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { Reply } from '../../../../../channels/webchat/widget/direct-line/direct-line-api.js';
import { Outbox, type Wire } from '../../../../../channels/webchat/widget/direct-line/outbox.js';
import { memoryStorage } from '../../../../support/memory-storage.js';

const OK: Reply<unknown> = { kind: 'ok', status: 200, body: {} };
const AWAY: Reply<unknown> = { kind: 'unreachable' };

/** A wire that answers as told, then with OK, and keeps what was posted. */
function wireWith(answers: Reply<unknown>[], catchUp: () => boolean = () => true) {
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

function states(outbox: Outbox): string[] {
  return outbox.entries.map((entry) => `${entry.activity.text}: ${entry.state}`);
}

describe('Outbox', () => {
  it('sends in order and keeps what the stream has not shown', async () => {
    const outbox = new Outbox('', null, () => {});
    outbox.add(message('a'));
    outbox.add(message('b'));
    const { wire, posted } = wireWith([]);
    await outbox.flush(wire);
    expect(posted).toEqual(['a', 'b']);
    expect(states(outbox)).toEqual(['a: sent', 'b: sent']);
    outbox.settle(outbox.entries[0]?.id ?? '');
    expect(states(outbox)).toEqual(['b: sent']);
  });

  it('stops at the first that does not get through', async () => {
    const outbox = new Outbox('', null, () => {});
    outbox.add(message('a'));
    outbox.add(message('b'));
    const { wire, posted } = wireWith([AWAY]);
    await outbox.flush(wire);
    expect(posted).toEqual(['a']);
    expect(states(outbox)).toEqual(['a: waiting', 'b: waiting']);
    await outbox.flush(wire);
    expect(posted).toEqual(['a', 'a', 'b']);
  });

  it('does not send again what the stream shows meanwhile', async () => {
    const outbox = new Outbox('', null, () => {});
    outbox.add(message('a'));
    const { wire, posted } = wireWith([AWAY], () => {
      outbox.settle(outbox.entries[0]?.id ?? '');
      return true;
    });
    await outbox.flush(wire);
    await outbox.flush(wire);
    expect(posted).toEqual(['a']);
    expect(outbox.entries).toEqual([]);
  });

  it('lets what was refused wait for a tap and sends the rest', async () => {
    const outbox = new Outbox('', null, () => {});
    outbox.add(message('a'));
    outbox.add(message('b'));
    const { wire, posted } = wireWith([{ kind: 'refused', status: 413 }]);
    await outbox.flush(wire);
    expect(states(outbox)).toEqual(['a: refused', 'b: sent']);
    outbox.revive(outbox.entries[0]?.id ?? '');
    await outbox.flush(wire);
    expect(posted).toEqual(['a', 'b', 'a']);
  });

  it('keeps unsent words over a reload, files aside', async () => {
    const storage = memoryStorage();
    const before = new Outbox('', storage, () => {});
    before.add(message('sent'));
    await before.flush(wireWith([]).wire);
    before.add(message('words'));
    before.add(message('photo'), [new File(['x'], 'x.png')]);
    expect(states(new Outbox('', storage, () => {}))).toEqual(['words: waiting', 'photo: lost']);
  });

  it('puts the greeting before words that wait', async () => {
    const outbox = new Outbox('', null, () => {});
    outbox.add(message('a'));
    outbox.add({ type: 'event', name: 'webchat/join' }, [], true);
    const { wire, posted } = wireWith([]);
    await outbox.flush(wire);
    expect(posted).toEqual(['webchat/join', 'a']);
  });

  it('gives each entry an id of its own for the echo', () => {
    const outbox = new Outbox('', null, () => {});
    outbox.add(message('a'));
    outbox.add(message('a'));
    const ids = outbox.entries.map(
      (entry) => (entry.activity.channelData as { clientActivityID: string }).clientActivityID,
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids).toEqual(outbox.entries.map((entry) => entry.id));
  });
});
