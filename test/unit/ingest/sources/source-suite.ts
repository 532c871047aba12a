import { describe, expect, it } from 'vitest';
import type { Source } from '../../../../ingest/sources/contracts.js';
import { rowsOf, threadsOf } from '../make-thread.js';

/** What every source keeps to, whatever it reads. The subject holds the kettle, whose answer is accepted, and the moka pot. */
export function describeSource(kind: string, open: () => Source, kettleId: string): void {
  describe(`${kind} as a source`, () => {
    it('gives the same threads every time', async () => {
      const source = open();
      expect(await rowsOf(source)).toEqual(await rowsOf(source));
    });

    it('gives each thread an id of its own and a place', async () => {
      const rows = await rowsOf(open());
      const ids = rows.flatMap((row) => (row.kind === 'thread' ? [row.thread.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      for (const row of rows) expect(row.position).toMatch(/\.(xml|jsonl|csv)( line \d+)?$/);
    });

    it('marks at most one reply as accepted', async () => {
      for (const thread of await threadsOf(open())) {
        expect(thread.replies.filter(({ isAccepted }) => isAccepted).length).toBeLessThanOrEqual(1);
      }
    });

    it('gives times in UTC and https links, or null', async () => {
      for (const { replies, createdAt, url } of await threadsOf(open())) {
        for (const time of [createdAt, ...replies.flatMap((reply) => [reply.createdAt, reply.updatedAt])]) {
          if (time !== null) expect(new Date(time).toISOString()).toBe(time);
        }
        for (const link of [url, ...replies.map((reply) => reply.url)]) {
          if (link !== null) expect(link).toMatch(/^https:/);
        }
      }
    });

    it('finds question, accepted answer and author', async () => {
      const kettle = (await threadsOf(open())).find(({ id }) => id === kettleId);
      const accepted = kettle?.replies.find(({ isAccepted }) => isAccepted);
      expect(kettle?.title).toContain('descale');
      expect(kettle?.tags).toContain('kettle');
      expect(accepted?.body).toContain('vinegar');
      expect(accepted).toMatchObject({ author: { name: 'Tea Master' }, votes: 7 });
    });
  });
}
