import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelConversation } from '../../../../bot/contracts/channels.js';
import type { FileReader } from '../../../../bot/contracts/files.js';
import { deleteFilesOfConversation } from '../../../../bot/store/files/files.js';
import { createWebchatStore } from '../../../../bot/store/webchat-store.js';
import { fc } from '../../../support/properties.js';
import { openTestFiles, type TestFiles } from '../../../support/test-files.js';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);
const HOUR = 3_600_000;

describe('files of conversations', () => {
  let now = Date.parse('2026-03-02T10:00:00Z');
  const clock = { now: () => new Date(now) };
  let kept: TestFiles;
  beforeEach(async () => {
    kept = await openTestFiles({ clock });
  });
  afterEach(() => kept.remove());

  async function conversation(id: string): Promise<ChannelConversation> {
    const startedAt = clock.now().toISOString();
    await createWebchatStore(kept.store, clock).start({ id, userId: 'u', startedAt });
    return { channelId: 'directline', conversationId: id };
  }

  async function keep(
    of: ChannelConversation,
    agentId: string | null = null,
    bytes = PNG,
    type = 'image/png',
  ) {
    const room = await kept.files.reserve(of, bytes.length);
    expect(room.kind).toBe('promised');
    const path = kept.files.temporaryPath();
    writeFileSync(path, bytes);
    const keeping = await kept.files.keep([{ path, name: 'foto.png', contentType: type }], { of, agentId });
    if (room.kind === 'promised') room.settle();
    if (keeping.kind === 'refused') throw new Error(keeping.reason);
    const [file] = keeping.files;
    if (!file) throw new Error('nothing was kept');
    return file;
  }

  function open(address: string, agentId: string | null = null) {
    const [id = '', signature = ''] = address.split('/');
    return kept.files.open(id, signature, agentId);
  }

  it('are readable by the server alone', async () => {
    const file = await keep(await conversation('c1'));
    expect(statSync(kept.directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(kept.directory, file.id)).mode & 0o777).toBe(0o600);
  });

  it('are what their first bytes say, whatever their name is', async () => {
    const of = await conversation('c1');
    expect(await keep(of, null, PNG, 'application/octet-stream')).toMatchObject({ contentType: 'image/png' });
    await expect(keep(of, null, Buffer.from('<script>'), 'image/png')).rejects.toThrow(
      'its content is not image/png',
    );
    await expect(keep(of, null, Buffer.from('<svg>'), 'image/svg+xml')).rejects.toThrow('kind are not taken');
    await expect(keep(of, null, Buffer.from('<html>'), 'application/octet-stream')).rejects.toThrow(
      'not taken',
    );
  });

  it('are opened by nobody but the reader whom an address was signed for, and not after its end', async () => {
    const readers: readonly FileReader[] = [
      { kind: 'customer' },
      { kind: 'agent', agentId: 'a1' },
      { kind: 'agent', agentId: 'a2' },
      { kind: 'door', door: 'azure' },
    ];
    const conversations = [await conversation('c1'), await conversation('c2')];
    const files = await Promise.all(conversations.map((of) => keep(of)));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.nat(1),
        fc.nat(1),
        fc.nat(3),
        fc.constantFrom(null, 'a1', 'a2'),
        fc.integer({ min: 0, max: 2 * HOUR }),
        async (signed, asked, place, reader, agentId, later) => {
          const who = readers[reader] ?? { kind: 'customer' };
          const of = conversations[place] ?? null;
          const before = now;
          const address = kept.files.address(files[signed] ?? { id: '', name: '' }, of, who);
          now += later;
          const found = await open(address.replace(/^[^/]+/, files[asked]?.id ?? ''), agentId);
          now = before;
          const isTheirs =
            who.kind === 'agent' ? agentId === who.agentId : who.kind === 'door' || place === signed;
          if (found) expect([signed === asked, isTheirs, later < HOUR]).toEqual([true, true, true]);
          if (signed === asked && isTheirs && later < HOUR * 0.9)
            expect(found?.file.id).toBe(files[asked]?.id);
        },
      ),
      { numRuns: 60, seed: 22 },
    );
  });

  it('are not opened by an address of which a character was changed', async () => {
    const of = await conversation('c1');
    const address = kept.files.address(await keep(of), of, { kind: 'customer' });
    const [id = '', signature = ''] = address.split('/');
    expect(await kept.files.open(id, signature, null)).not.toBeNull();
    for (let place = 0; place < signature.length; place += 7) {
      const other = signature[place] === '1' ? '2' : '1';
      const changed = signature.slice(0, place) + other + signature.slice(place + 1);
      expect(await kept.files.open(id, changed, 'a1')).toBeNull();
    }
  });

  it('are dead at once when their conversation is gone, and swept with it', async () => {
    const of = await conversation('c1');
    const file = await keep(of);
    const address = kept.files.address(file, of, { kind: 'customer' });
    await kept.store.deleteFrom('webchat_conversations').execute();
    expect(await open(address)).toBeNull();
    expect(await kept.files.find(file.id, of)).toBeNull();
    expect(existsSync(join(kept.directory, file.id))).toBe(true);
    expect(await kept.files.sweep()).toBe(1);
    expect(readdirSync(kept.directory)).toEqual([]);
  });

  it('can be deleted of one conversation, with their bytes', async () => {
    const [one, other] = [await conversation('c1'), await conversation('c2')];
    await keep(one);
    const left = await keep(other);
    await deleteFilesOfConversation(kept.store, one);
    now = Date.now() + HOUR;
    await kept.files.sweep();
    expect(readdirSync(kept.directory)).toEqual([left.id]);
  });

  it('that a crash left without a row, or that were chosen and never sent, are swept', async () => {
    const of = await conversation('c1');
    const said = await keep(of);
    await keep(of, 'a1');
    now = Date.now() + 25 * HOUR;
    writeFileSync(join(kept.directory, 'orphan'), 'x');
    writeFileSync(join(kept.directory, 'broken.part'), 'x');
    expect(await kept.files.sweep()).toBe(3);
    expect(readdirSync(kept.directory)).toEqual([said.id]);
  });

  it('are signed by a new key after a month, while addresses of the key before still open', async () => {
    const of = await conversation('c1');
    const file = await keep(of);
    now += 31 * 24 * HOUR;
    const before = kept.files.address(file, of, { kind: 'customer' });
    await kept.files.sweep();
    expect(await open(before)).not.toBeNull();
    const after = kept.files.address(file, of, { kind: 'customer' });
    expect(after).not.toBe(before);
    expect(await open(after)).not.toBeNull();
    now += 3 * HOUR;
    await kept.files.sweep();
    expect(await kept.store.selectFrom('file_keys').selectAll().execute()).toHaveLength(1);
  });

  it('are bounded for a conversation and in all, also while several come at once', async () => {
    await kept.remove();
    kept = await openTestFiles({ clock, conversationMb: 10, totalMb: 15 });
    const [one, other] = [await conversation('c1'), await conversation('c2')];
    const megabytes = (count: number) => count * 1_048_576;
    const asked = await Promise.all([
      kept.files.reserve(one, megabytes(8)),
      kept.files.reserve(one, megabytes(8)),
    ]);
    expect(asked.filter(({ kind }) => kind === 'promised').length).toBeLessThan(2);
    for (const room of asked) if (room.kind === 'promised') room.settle();
    const first = await kept.files.reserve(one, megabytes(8));
    expect(first.kind).toBe('promised');
    expect(await kept.files.reserve(one, megabytes(8))).toMatchObject({ because: 'conversation' });
    expect(await kept.files.reserve(other, megabytes(8))).toMatchObject({ because: 'all' });
  });
});
