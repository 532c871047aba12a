import { dirname } from 'node:path';
import type { PlanEntry, PlanGist, PlanKind, PlanWords } from '../../index/contracts/release-plans.js';
import type { Contradiction, IngestReport, Listed, QuestionsReport, ThreadPlace } from '../contracts.js';
import { answerLine, questionCounts, questionName } from '../reports/format-questions.js';
import { plainWords } from '../reports/plain-words.js';
import type { ReportWords } from '../reports/words/contracts.js';
import { holdReason } from '../reports/words/hold-reason.js';
import { reportWordsIn } from '../reports/words/report-words-in.js';
import type { SkipReason } from '../sources/contracts.js';
import { openItemChanges } from '../store/item-changes.js';
import { openReleasePlans, type ReleaseDifference } from '../store/release-plans.js';
import { changedParts, createList, gistOf } from './content-plan.js';
import type { PipelineRun } from './contracts.js';
import type { AskedTwice, HoldReason } from './questions/contracts.js';

/** What a run saw besides items. */
export interface PlanSight {
  readonly joins: IngestReport['joins'] | undefined;
  readonly threads: IngestReport['threads'] | undefined;
}

interface PlanEffect {
  readonly questions: QuestionsReport;
  readonly against: readonly HoldReason[];
}

/** An answer that is longer is cut, in characters: a page shows what differs, and the source has the rest. */
const LONGEST_TEXT = 4_000;

type Entries = Listed<PlanEntry>;

/**
 * Keeps what a release that was built changes against the live one, so that people can look at it without a run of their own: what
 * "plan" prints, each list bounded alike. Called before the incoming items become the kept ones, and before it is published.
 *
 * Questions of verdicts are left out: they are customers' words, and have a life of their own.
 */
export function keepPlan(
  { database, releases, releasesDirectory }: Pick<PipelineRun, 'database' | 'releases' | 'releasesDirectory'>,
  releaseId: string,
  effect: PlanEffect,
  { joins, threads }: PlanSight,
): void {
  const plans = openReleasePlans(dirname(releasesDirectory));
  try {
    const liveId = releases.currentId();
    const kinds: Readonly<Record<PlanKind, Entries>> = {
      ...itemEntries(plans.difference(liveId, releaseId)),
      joined: joinedEntries(database),
      contradicted: mapped(joins?.contradictions ?? NONE, contradictionEntry),
      ...questionEntries(effect.questions),
      redacted: mapped(threads?.redacted ?? NONE, (place) => placeEntry(place, both(''))),
      'left-out': leftOutEntries(threads?.leftOut ?? {}),
    };
    const named = Object.entries(kinds) as [PlanKind, Entries][];
    const gist: PlanGist = {
      comparedWith: liveId,
      counts: Object.fromEntries(named.map(([kind, { count }]) => [kind, count])) as PlanGist['counts'],
      against: effect.against.map((reason) => inBoth((words) => plainWords(holdReason(reason, words)))),
      questions: questionCounts(effect.questions, EN).map((en, line) => ({
        en,
        nl: questionCounts(effect.questions, NL)[line] ?? en,
      })),
    };
    const entries = named.flatMap(([kind, { first }]) => first.map((entry) => [kind, entry] as const));
    plans.keep(releaseId, gist, entries);
  } finally {
    plans.close();
  }
}

const NONE = { count: 0, first: [] } as const;
const [EN, NL] = [reportWordsIn('en'), reportWordsIn('nl')];

function inBoth(say: (words: ReportWords) => string): PlanWords {
  return { nl: say(NL), en: say(EN) };
}

function both(text: string): PlanWords {
  return { nl: text, en: text };
}

function itemEntries(
  difference: ReleaseDifference,
): Readonly<Record<'added' | 'changed' | 'withdrawn', Entries>> {
  const [added, changed, withdrawn] = [
    createList<PlanEntry>(),
    createList<PlanEntry>(),
    createList<PlanEntry>(),
  ];
  for (const item of difference.added()) added.add(entryOf(gistOf(item), null, item.answer));
  for (const { before, after } of difference.changed()) {
    const parts = changedParts(before, after);
    if (parts.length === 0) continue;
    const note = inBoth((words) => parts.map((part) => words.parts[part]).join(', '));
    const isAsked = parts.includes('title');
    const text = ({ question, answer }: typeof after) => (isAsked ? `${question}\n\n${answer}` : answer);
    changed.add({ ...entryOf(gistOf(after), text(before), text(after)), note });
  }
  for (const item of difference.withdrawn()) withdrawn.add(entryOf(gistOf(item), item.answer, null));
  return { added: added.list(), changed: changed.list(), withdrawn: withdrawn.list() };
}

function entryOf(
  { title, url }: Pick<PlanEntry, 'title' | 'url'>,
  before: string | null,
  after: string | null,
): PlanEntry {
  return { title: plainWords(title), url, note: both(''), before: cut(before), after: cut(after) };
}

function cut(text: string | null): string | null {
  return text === null || text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)} …`;
}

function joinedEntries(database: PipelineRun['database']): Entries {
  const list = createList<PlanEntry>();
  for (const { threadId, wording, item } of openItemChanges(database).joined()) {
    const title = plainWords(wording === '' ? threadId : wording);
    const note = inBoth((words) => words.joins(plainWords(item.question)));
    list.add({ ...entryOf({ title, url: item.url }, null, null), note });
  }
  return list.list();
}

function contradictionEntry({ older, newer, isWithheld }: Contradiction): PlanEntry {
  const note = isWithheld
    ? { nl: 'geen van beide wordt gegeven tot iemand beslist', en: 'neither is given until somebody decides' }
    : { nl: 'het oudere antwoord telt minder', en: 'the older answer counts less' };
  return { ...entryOf(newer, older.answer, newer.answer), note };
}

function questionEntries(report: QuestionsReport): Readonly<Record<'better' | 'worse' | 'failing', Entries>> {
  if (report.kind === 'not-asked') return { better: NONE, worse: NONE, failing: NONE };
  const { better, worse, failing } = report.effect;
  const ofFiles = (asked: readonly AskedTwice[]) =>
    listed(asked.filter(({ known }) => known.from === 'file'));
  return {
    better: mapped(ofFiles(better), movedEntry),
    worse: mapped(ofFiles(worse), movedEntry),
    failing: mapped(listed(failing), ({ name, question }) =>
      entryOf({ title: questionName(name, question), url: null }, null, null),
    ),
  };
}

function movedEntry({ known, before, after }: AskedTwice): PlanEntry {
  const note = inBoth((words) => {
    const mustPass = known.mustPass ? ` [${words.mustPass}]` : '';
    return `${words.before}: ${answerLine(before, words)} · ${words.after}: ${answerLine(after, words)}${mustPass}`;
  });
  return { ...entryOf({ title: questionName(known.name, known.question), url: null }, null, null), note };
}

function leftOutEntries(leftOut: NonNullable<IngestReport['threads']>['leftOut']): Entries {
  const reasons = Object.entries(leftOut) as [SkipReason, Listed<ThreadPlace> | undefined][];
  const list = createList<PlanEntry>();
  let count = 0;
  for (const [reason, places = NONE] of reasons) {
    count += places.count;
    for (const place of places.first)
      list.add(
        placeEntry(
          place,
          inBoth((words) => words.skipReasons[reason]),
        ),
      );
  }
  return { count, first: list.list().first };
}

function placeEntry({ title, url, position, detail }: ThreadPlace, reason: PlanWords): PlanEntry {
  const more = (said: string) => [said, plainWords(detail)].filter((part) => part !== '').join(': ');
  const entry = entryOf({ title: title ?? position, url }, null, null);
  return { ...entry, note: { nl: more(reason.nl), en: more(reason.en) } };
}

function listed<Entry>(all: readonly Entry[]): Listed<Entry> {
  const list = createList<Entry>();
  for (const entry of all) list.add(entry);
  return list.list();
}

function mapped<Entry>({ count, first }: Listed<Entry>, to: (entry: Entry) => PlanEntry): Entries {
  return { count, first: first.map(to) };
}
