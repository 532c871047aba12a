import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseStore } from '../../../../index/contracts/releases.js';
import type { SearchResult } from '../../../../index/contracts/search.js';
import { openKnowledgeBase } from '../../../../index/knowledge-base.js';
import { createLog } from '../../../../index/platform/log.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { formatPreview, PREVIEW_WORDS } from '../../../../index/terminal/format-answers.js';
import { sideBySide } from '../../../../index/terminal/side-by-side.js';
import { embeddedItems } from '../../../support/embedded-items.js';
import { createFakeEmbedder } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const QUESTION = 'How do I restart my router?';

let directory: string;
let releases: ReleaseStore;
let live: string;
let candidate: string;

async function build(minute: number, answer: string): Promise<string> {
  const store = createReleaseStore({ directory, now: () => new Date(Date.UTC(2026, 2, 2, 9, minute)) });
  const items = embeddedItems([
    ['forum:1', QUESTION, answer],
    ['forum:2', 'When is the bill sent?', 'Around the fifth.'],
  ]);
  return (await store.build(items, createFakeEmbedder())).id;
}

beforeEach(async () => {
  directory = join(temporaryFolder(), 'releases');
  releases = createReleaseStore({ directory, now: () => new Date() });
  live = await build(1, 'Hold the button for five seconds.');
  releases.publish(live);
  candidate = await build(2, 'Unplug it\u001b[31m for a minute.');
});

async function ask(releaseId?: string): Promise<SearchResult> {
  const embedder = createFakeEmbedder();
  const knowledgeBase = await openKnowledgeBase({
    directory,
    embedder,
    releaseId,
    log: createLog('silent'),
  });
  await knowledgeBase.refresh();
  const result = await knowledgeBase.search(QUESTION, { limit: 2 });
  // Passages are chosen when they are looked at, also after the release was closed.
  await knowledgeBase.close();
  return result;
}

describe('a release that is not live', () => {
  it('can be asked, and stays the one that is asked whatever is published', async () => {
    const { releaseId, hits } = await ask(candidate);
    expect(releaseId).toBe(candidate);
    expect(hits[0]?.item.answer).toContain('Unplug it');
    expect(releases.currentId()).toBe(live);
  });

  it('is refused by name where it is not there', async () => {
    await expect(ask('20260302T090000000-00000000')).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' });
  });
});

describe('a preview', () => {
  it('shows what customers get now beside what they would get', async () => {
    const lines = formatPreview(await ask(), await ask(candidate), PREVIEW_WORDS.en, 100);
    expect(lines[0]).toMatch(new RegExp(`^live: ${live} +│ asked for: ${candidate}$`));
    expect(lines).toContainEqual(
      expect.stringMatching(/^Hold the button for five seconds\. +│ Unplug it\[31m for a minute\.$/),
    );
    expect(lines.join('\n')).not.toContain('\u001b');
  });

  it('says so where nothing differs, and shows one alone where there is no other', async () => {
    const result = await ask();
    expect(formatPreview(result, result, PREVIEW_WORDS.nl, 100).at(-1)).toBe(
      'Beide versies geven hetzelfde.',
    );
    const alone = formatPreview(null, result, PREVIEW_WORDS.nl, 100).join('\n');
    expect(alone).toContain(`gevraagd: ${live}\n\nDe klant krijgt dit antwoord:`);
  });
});

describe('two texts', () => {
  it('stand beside each other, cut between words, and within words that are too long', () => {
    const lines = sideBySide(
      { head: 'now', text: 'one two three four five six seven' },
      { head: 'new', text: `${'x'.repeat(30)} end` },
      55,
    );
    expect(lines).toEqual([
      'now                        │ new',
      'one two three four five    │ xxxxxxxxxxxxxxxxxxxxxxxxxx',
      'six seven                  │ xxxx end',
    ]);
  });

  it('stand below each other where there is no room', () => {
    expect(sideBySide({ head: 'now', text: 'a' }, { head: 'new', text: 'b' }, 40)).toEqual([
      'now:',
      'a',
      'new:',
      'b',
    ]);
  });
});
