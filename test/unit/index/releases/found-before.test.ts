import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { EmbeddedItem } from '../../../../index/contracts/releases.js';
import { openDatabase } from '../../../../index/platform/database.js';
import { createReleaseStore } from '../../../../index/releases/create-release-store.js';
import { type OpenRelease, openRelease } from '../../../../index/releases/open-release.js';
import { readArrays } from '../../../../index/releases/stored-arrays.js';
import { findLeads } from '../../../../index/search/confidence/find-leads.js';
import { findTwins } from '../../../../index/search/find-twins.js';
import { embeddedItem, exampleItem } from '../../../support/embedded-items.js';
import { createFakeEmbedder, FAKE_DIMENSIONS } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const embedder = createFakeEmbedder();
/** Subjects of the community; of most there is an item in each language, of some two that say the same. */
const SUBJECTS = 60;
const NIGHTS = 3;
let built = 0;
const folders = new Map<string, string>();

it('are the same after nights of changes as in a release that was built wholly', async () => {
  const random = seeded(7);
  const community = new Map<string, EmbeddedItem>();
  const put = (id: string, language: string, subject: number, noise: number) =>
    community.set(id, item(id, language, near(subject, noise, random)));
  for (let subject = 0; subject < SUBJECTS; subject++) {
    put(`en:${subject}`, 'en', subject, 0.3);
    if (subject % 3 > 0) put(`nl:${subject}`, 'nl', subject, 0.3);
    if (subject % 5 === 0) put(`en:${subject}b`, 'en', subject, 0.1);
  }
  const directory = temporaryFolder();
  for (let night = 0; night <= NIGHTS; night++) {
    if (night > 0) {
      // One is gone, one says something else, one has another language, one is new: a translation, and a second of its language.
      community.delete(`nl:${3 * night + 1}`);
      put(`en:${2 * night + 7}`, 'en', night + 30, 0.3);
      const [id, moved] = [`en:${night + 20}`, community.get(`en:${night + 20}`)];
      if (moved) community.set(id, { ...moved, item: { ...moved.item, language: 'nl' } });
      put(`nl:${3 * night}`, 'nl', 3 * night, 0.2);
      put(`en:${night + 40}b`, 'en', night + 40, 0.1);
    }
    const items = [...community.values()];
    const here = await build(directory, items);
    const whole = await build(temporaryFolder(), items);
    expect(twinsIn(here, items)).toEqual(twinsIn(whole, items));
    expectSameLeads(here, whole);
    expect(new Set(whole.index.twinOfItem).size).toBeLessThan(items.length - 20);
    here.close();
    whole.close();
  }
});

it('are found by looking at what is new, and at what that comes near to, alone', async () => {
  const random = seeded(3);
  const items = Array.from({ length: 120 }, (_, number) => {
    const language = number % 2 === 0 ? 'en' : 'nl';
    return item(`i:${number}`, language, near(Math.floor(number / 2), 0.2, random));
  });
  const release = await build(temporaryFolder(), items);
  const languageOf = (number: number) => release.itemAt(number).language;
  let searches = 0;
  const { proposals } = release.index;
  const byVector: typeof proposals.byVector = (...search) => {
    searches += 1;
    return proposals.byVector(...search);
  };
  const index = { ...release.index, proposals: { ...proposals, byVector } };
  const whole = await findTwins(index, null, languageOf);
  const all = searches;
  searches = 0;
  const again = await findTwins(
    index,
    null,
    languageOf,
    whole.looks.map((look, number) => (number < 2 ? null : look)),
  );
  expect(again.twinOfItem).toEqual(whole.twinOfItem);
  expect(searches).toBeLessThan(all / 4);
  release.close();
});

it('and how items fare for their own questions is asked again of those alone that something new came near to', async () => {
  const random = seeded(5);
  const items = Array.from({ length: 80 }, (_, number) =>
    item(`i:${number}`, 'en', near(Math.floor(number / 2), 0.8, random)),
  );
  const release = await build(temporaryFolder(), items);
  const { index } = release;
  const parts = {
    index,
    wordingAt: (wording: number) => ({ text: `i:${wording}`, language: 'en' }),
    idOf: (number: number) => `i:${number}`,
  };
  let ranked = 0;
  const rank: typeof release.rank = (...asked) => {
    ranked += 1;
    return release.rank(...asked);
  };
  const all = await findLeads({ ...parts, rank }, []);
  expect(ranked).toBe(80);
  ranked = 0;
  const again = await findLeads(
    { ...parts, rank },
    all.filter(({ item }) => item >= 4),
  );
  expect(again).toEqual(all);
  expect(ranked).toBe(80 - all.filter(({ item }) => item >= 4).length);
  expect(ranked).toBeLessThan(10);
  release.close();
});

interface KeptLead {
  readonly id: string;
  readonly rival: string;
  readonly lead: number;
}

/** Words weigh a little otherwise with each night, so that what was found before is near to what is found now. */
function expectSameLeads(here: OpenRelease, whole: OpenRelease): void {
  const [kept, found] = [leadsIn(here), leadsIn(whole)];
  expect(kept.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  kept.forEach(({ rival, lead }, at) => {
    const fresh = found[at] as KeptLead;
    expect(Math.abs(lead - fresh.lead)).toBeLessThan(0.03);
    if (Math.abs(lead) > 0.05) expect(rival).toBe(fresh.rival);
  });
}

function leadsIn({ itemAt, manifest }: OpenRelease): KeptLead[] {
  const database = openDatabase(join(folders.get(manifest.id) ?? '', manifest.id, 'items.sqlite'));
  const arrays = readArrays(database);
  const items = arrays.uint32('ownLeadItems');
  const leads = Array.from(arrays.float32('ownLeads'), (lead, at) => ({
    id: itemAt(items[2 * at] as number).id,
    rival: itemAt(items[2 * at + 1] as number).id,
    lead,
  }));
  database.close();
  return leads;
}

async function build(directory: string, items: readonly EmbeddedItem[]): Promise<OpenRelease> {
  built += 1;
  const store = createReleaseStore({ directory, now: () => new Date(built * 1_000) });
  const { id } = await store.build(items, embedder);
  store.publish(id);
  folders.set(id, directory);
  return openRelease(directory, id, embedder);
}

/** The ids that stand as one, in sets of two or more. */
function twinsIn({ index }: OpenRelease, items: readonly EmbeddedItem[]): string[][] {
  const sets = new Map<number, string[]>();
  items.forEach(({ item: { id } }, number) => {
    const twin = index.twinOfItem[number] as number;
    sets.set(twin, [...(sets.get(twin) ?? []), id]);
  });
  return [...sets.values()].filter((ids) => ids.length > 1);
}

function item(id: string, language: string, vector: Float32Array): EmbeddedItem {
  const made = embeddedItem(exampleItem({ id, language, question: id, answer: `About ${id}.` }));
  return { ...made, questionVectors: [vector], passageVector: vector, sentenceVectors: [] };
}

/** A vector of a subject, moved a little; of unit length. */
function near(subject: number, noise: number, random: () => number): Float32Array {
  const centre = seeded(1_000 + subject);
  const vector = Float32Array.from(
    { length: FAKE_DIMENSIONS },
    () => centre() - 0.5 + noise * (random() - 0.5),
  );
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Numbers from 0 to 1 by a linear congruence (Numerical Recipes, 1992). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (1_664_525 * state + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
