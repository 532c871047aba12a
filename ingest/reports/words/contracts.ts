/**
 * The words of the terminal's reports to content people, as types.
 */
import type { ChangedPart } from '../../contracts.js';
import type { AnswerOutcome, NoEffect } from '../../releasing/questions/contracts.js';
import type { SkipReason } from '../../sources/contracts.js';
import type { ReleaseActKind } from '../../store/release-history.js';

/** Languages in which reports are written. */
export type ReportLanguage = 'nl' | 'en';

/** One entry a text; a function where something stands in it. Shares come as "84 %", changes as "-3.1". */
export interface ReportWords {
  readonly language: ReportLanguage;
  /** Headings of a plan, each with how many. */
  readonly added: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly changedBesides: (count: number) => string;
  readonly withdrawn: (count: number) => string;
  readonly joined: (count: number) => string;
  readonly redacted: (count: number) => string;
  readonly leftOut: (count: number, reason: string) => string;
  readonly nothingChanges: string;
  readonly more: (count: number) => string;
  readonly before: string;
  readonly after: string;
  readonly joins: (title: string) => string;
  readonly parts: Readonly<Record<ChangedPart, string>>;
  readonly skipReasons: Readonly<Record<SkipReason, string>>;
  /** The effect on questions. */
  readonly questionsHead: (asked: number) => string;
  readonly verdictsBeside: (count: number) => string;
  readonly rightLine: (before: string, after: string) => string;
  readonly changeLine: (change: string, low: string, high: string) => string;
  readonly precisionLine: (before: string, after: string, sure: number) => string;
  readonly needed: (needed: number) => string;
  readonly better: (count: number) => string;
  readonly worse: (count: number) => string;
  readonly failing: (count: number) => string;
  readonly mustPass: string;
  readonly outcomes: Readonly<Record<AnswerOutcome, string>>;
  readonly noEffect: Readonly<Record<NoEffect, string>>;
  /** Why a release is held back. */
  readonly itemsGo: (source: string, held: number, gone: number) => string;
  readonly answersLess: (before: string, after: string) => string;
  readonly fewerRight: (asked: number, change: string, low: string, high: string) => string;
  readonly mustPassLost: (count: number, names: string) => string;
  readonly lessPrecise: (before: string, after: string, wanted: string, sure: number) => string;
  readonly wouldGoLive: string;
  readonly wouldBeHeldBack: string;
  readonly isHeldBack: (id: string) => string;
  readonly wasForced: string;
  /** The list of releases. */
  readonly gone: string;
  readonly noneLive: string;
  readonly items: (count: number) => string;
  readonly acts: Readonly<Record<ReleaseActKind, string>>;
  readonly by: string;
  /** What a command did. */
  readonly isLive: (release: string) => string;
  readonly isLiveAgain: (release: string) => string;
  readonly isNamed: (id: string, name: string) => string;
  /** Where an item came from. */
  readonly noVersion: (item: string) => string;
  readonly notInRelease: (item: string, release: string) => string;
  readonly versionFrom: (release: string) => string;
  readonly versionUntil: (release: string) => string;
  readonly stillThere: string;
  readonly writtenBy: string;
  readonly thread: string;
  readonly run: (sources: string, read: number) => string;
  readonly formerly: string;
  readonly noLink: string;
}
