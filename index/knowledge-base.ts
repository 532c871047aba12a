import type { Embedder } from './contracts/embedder.js';
import type { Item } from './contracts/items.js';
import type { Bands, Hit, KnowledgeBase, ReleaseStatus } from './contracts/search.js';
import type { Withdrawals } from './contracts/withdrawals.js';
import { embedQuery } from './embedder/embed-query.js';
import { readingParts } from './passages/reading-parts.js';
import { isCoded } from './platform/errors.js';
import { ROUNDS } from './platform/event-loop/rounds.js';
import type { Log } from './platform/log.js';
import { createLiveRelease } from './releases/live-release.js';
import type { OpenRelease } from './releases/open-release.js';
import { bandsFor, withThreshold } from './search/confidence/bands.js';
import { RECIPE } from './search/recipe.js';
import { createHiddenWordings } from './withdrawals/hidden-wordings.js';

export interface KnowledgeBaseOptions {
  /** Folder of the releases, such as `data/runtime/releases`. */
  readonly directory: string;
  readonly embedder: Embedder;
  readonly log: Log;
  /** The share of answers that shall be right, from 0 to 1; what the release was built for where not given. */
  readonly wantedPrecision?: number | undefined;
  /** Id of a release to ask in place of the live one, such as a candidate that nobody has published; it stays that one. */
  readonly releaseId?: string | undefined;
  /** Opens without a release where the live one is of an older format, because it is being built anew. */
  readonly isUpgrading?: boolean;
  /** The company's own threshold in place of the one that follows from the precision. */
  readonly answerThreshold?: number | undefined;
  /** The folder with the ledger of erasures, whose wordings nobody meets any more; nothing is hidden where not given. */
  readonly erasuresIn?: string | undefined;
  /** What was withdrawn since releases were built: nothing of it is found or read. It stays the caller's to close. */
  readonly withdrawals?: Pick<Withdrawals, 'hides'> | undefined;
}

/** A question is searched anew so often at most because what it found was withdrawn. */
const MOST_SEARCHES_ANEW = 8;

/** A knowledge base that can look for new releases by itself. */
export interface WatchingKnowledgeBase extends KnowledgeBase {
  /**
   * Looks every `everyMs` milliseconds whether another release was published. A release that cannot be used is logged
   * and the old one kept. Returns how to stop; `close` stops it too.
   */
  watch(everyMs: number): () => void;
  /** An item as the live release holds it, also where it was withdrawn; null when it is not in it. */
  heldItem(id: string): Item | null;
}

/**
 * Opens the live release of a folder, or a named one, for searching; none is fine, it is taken up at the next `refresh`. The embedder
 * stays the caller's to close.
 * @throws RELEASE_DAMAGED, RELEASE_EMBEDDER_MISMATCH, RELEASE_POINTER_UNREADABLE; of a named one RELEASE_NOT_FOUND
 */
export async function openKnowledgeBase(options: KnowledgeBaseOptions): Promise<WatchingKnowledgeBase> {
  const { directory, embedder } = options;
  const live = createLiveRelease(directory, embedder, options.log.child('knowledge-base'), options.releaseId);
  const hiddenIn = createHiddenWordings(options.erasuresIn ?? null);
  const timers = new Set<NodeJS.Timeout>();
  const searches = ROUNDS.openLine();

  const bandsOf = (release: OpenRelease) => bandsAt(release, options);
  const isHidden = (item: Item) => options.withdrawals?.hides(item) ?? false;

  /** The item as the live release holds it, and its number; null where there is none. */
  function held(id: string) {
    const release = live.current();
    const number = release?.numberOf(id) ?? null;
    if (!release || number === null) return null;
    return { release, number, item: hiddenIn(release).without(release.itemAt(number)) };
  }

  /** The same where its answer was not withdrawn. */
  function shown(id: string) {
    const found = held(id);
    return found && !isHidden(found.item) ? found : null;
  }

  await live.refresh().catch((error: unknown) => {
    if (!options.isUpgrading || !isCoded(error, 'RELEASE_OUTDATED')) throw error;
    live.expectUnusable();
  });
  return {
    embedder: embedder.id,
    vectorsOf: (text) => embedQuery(embedder, text.trim().slice(0, RECIPE.maxQuestionCharacters)),
    search: (question, { limit = 5, exclude = [], language, filter, beginning } = {}) =>
      live.use(async (release) => {
        const { manifest, findHits, numberOf, allowedBy } = release;
        const bands = bandsOf(release);
        const text = question.trim().slice(0, RECIPE.maxQuestionCharacters);
        if (text === '' || manifest.items === 0) return { hits: [], bands, releaseId: manifest.id };
        const known = beginning !== undefined && text.startsWith(`${beginning} `) ? beginning : undefined;
        const query = await embedQuery(embedder, text, known);
        // Each takes some milliseconds: not in the same round as a turn or a request.
        await new Promise<void>(searches);
        const allowed = (filter && allowedBy(filter)) ?? undefined;
        const excluded = exclude.map(numberOf).filter((number) => number !== null);
        const { isHidden: isHiddenWording, without: withoutHidden } = hiddenIn(release);
        const find = (withdrawn: readonly number[]) =>
          findHits(query, {
            limit,
            exclude: [...excluded, ...withdrawn],
            language,
            allowed,
            isHiddenWording,
            withoutHidden,
          });
        const hits = findShown(find, numberOf, isHidden);
        return { hits, bands, releaseId: manifest.id };
      }),
    item: (id) => shown(id)?.item ?? null,
    heldItem: (id) => held(id)?.item ?? null,
    readAnswer(id) {
      const found = shown(id);
      const tree = found?.release.treeAt(found.number)();
      return tree ? { tree, parts: readingParts(tree) } : null;
    },
    status() {
      const release = live.current();
      return release && statusOf(release, bandsOf(release));
    },
    refresh: () => live.refresh(),
    watch(everyMs) {
      const timer = setInterval(() => {
        live.refresh().catch((error: unknown) => live.complain(error));
      }, everyMs);
      timer.unref();
      timers.add(timer);
      return () => {
        clearInterval(timer);
        timers.delete(timer);
      };
    },
    async close() {
      for (const timer of timers) clearInterval(timer);
      await live.close();
    },
  };
}

/** The bands of a release for the precision and the threshold that this server wants. */
function bandsAt(
  { manifest, calibration }: OpenRelease,
  { wantedPrecision, answerThreshold }: Pick<KnowledgeBaseOptions, 'wantedPrecision' | 'answerThreshold'>,
): Bands {
  const { labels } = manifest;
  const { hiddenProbability } = calibration;
  const isOther = wantedPrecision !== undefined && wantedPrecision !== manifest.wantedPrecision;
  const bands = isOther ? bandsFor({ wantedPrecision, hiddenProbability, labels }) : manifest.bands;
  return withThreshold(bands, answerThreshold);
}

/** Searches until nothing withdrawn is among what is found: what stood behind it comes in its place. */
function findShown(
  find: (exclude: readonly number[]) => Hit[],
  numberOf: OpenRelease['numberOf'],
  isHidden: (item: Item) => boolean,
): Hit[] {
  const withdrawn: number[] = [];
  let hits = find(withdrawn);
  for (let anew = 0; anew < MOST_SEARCHES_ANEW; anew += 1) {
    const hidden = hits.filter(({ item }) => isHidden(item));
    if (hidden.length === 0) return hits;
    withdrawn.push(...hidden.flatMap(({ item }) => numberOf(item.id) ?? []));
    hits = find(withdrawn);
  }
  return hits.filter(({ item }) => !isHidden(item));
}

function statusOf({ manifest }: OpenRelease, bands: Bands): ReleaseStatus {
  const { id, items, builtAt, embedder, languages } = manifest;
  return {
    id,
    items,
    builtAt,
    embedder: embedder.id,
    languages,
    bands,
  };
}
