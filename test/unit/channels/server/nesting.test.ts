import { describe, expect, it } from 'vitest';
import { checkNesting } from '../../../../channels/server/http.js';
import { startAzureServer, teamsMessage } from '../../../support/azure-server.js';
import { fc } from '../../../support/properties.js';

const refuses = (json: string) => {
  try {
    checkNesting(Buffer.from(json));
    return false;
  } catch {
    return true;
  }
};

describe('JSON of a stranger', () => {
  it.each([
    ['lists', '['.repeat(101)],
    ['objects', '{"a":'.repeat(101)],
    ['both', '[{"a":'.repeat(51)],
    ['behind a text with a quote in it', `["\\"",${'['.repeat(100)}`],
  ])('is refused where it is nested too deep: %s', (_, json) => {
    expect(refuses(json)).toBe(true);
  });

  it('may have any brackets in its texts, and any number of values beside each other', () => {
    expect(refuses(JSON.stringify(['['.repeat(5_000), '\\"[['.repeat(200)]))).toBe(false);
    expect(refuses(JSON.stringify(Array.from({ length: 5_000 }, () => [{}])))).toBe(false);
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), (json) => !refuses(json)));
  });

  it('is refused so at a door that reads it with care besides', async () => {
    const server = await startAzureServer({ options: { identity: null, isLocalAllowed: true } });
    try {
      const deep = JSON.stringify(teamsMessage()).replace(
        /}$/,
        `,"value":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
      );
      const answer = await server.post(deep);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('nesting')]);
      expect(server.accepted).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});
