import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/product-files.js';
import { ROWS } from './channel-table/rows.js';
import { openTableChannels } from './channel-table/table-channels.js';

const README = join(ROOT, 'channels/README.md');
const START = '<!-- what each channel shows: written by test/contract/channel-table.test.ts -->';
const END = '<!-- end of what each channel shows -->';

describe('the table in channels/README.md', () => {
  it('says what the channels do (write it again with "npx vitest run test/contract -u")', async () => {
    const readme = readFileSync(README, 'utf8');
    const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
    expect([start, end].every((at) => at >= 0)).toBe(true);
    const written = `${readme.slice(0, start)}${START}\n\n${await writeTable()}\n\n${readme.slice(end)}`;
    await expect(written).toMatchFileSnapshot(README);
  });
});

async function writeTable(): Promise<string> {
  const lines: string[][] = [];
  for (const [title, cell] of ROWS) {
    const cells = openTableChannels().map((channel) => cell(channel));
    lines.push([title, ...(await Promise.all(cells))]);
  }
  const head = ['', ...openTableChannels().map(({ name }) => name)];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
