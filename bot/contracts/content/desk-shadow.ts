import type { DeskAgent } from '../desk.js';
import type { SpokenLanguage } from '../messages.js';
import type { PreviewSide, ReleaseOutcome } from './desk-releases.js';

/** How often customers would be given each kind of answer. */
export type ShadowCounts = Readonly<Record<PreviewSide['verdict'], number>>;

/** A question of customers that a release answers otherwise than the live one. */
export interface ShadowChange {
  /** In customers' words, without personal data. */
  readonly question: string;
  readonly language: SpokenLanguage;
  /** How often it was asked. */
  readonly times: number;
  /** `lost`: less is told than before; `gained`: more; `other`: as much, with another answer or other choices. */
  readonly kind: 'lost' | 'gained' | 'other';
  readonly before: PreviewSide;
  readonly after: PreviewSide;
}

/** What became of the questions of some days, without the changes themselves. */
export interface ShadowGist {
  readonly releaseId: string;
  /** Id of the release it was compared with; null where none is live, or none that this version can search. */
  readonly liveId: string | null;
  /** From when on questions were taken, ISO 8601 in UTC. */
  readonly since: string;
  /** How often the questions were asked that were put to the releases, and how many different ones they are. */
  readonly asked: number;
  readonly different: number;
  /** Questions of the time that were left out because there were more than are asked at once: how often they were asked, at least. */
  readonly leftOut: number;
  /** By how often questions were asked; `before` is null where there is nothing to compare with. */
  readonly before: ShadowCounts | null;
  readonly after: ShadowCounts;
  /** How many different questions change. */
  readonly changed: number;
}

/** The same with the changes, those with the most effect first. */
export interface ShadowReport extends ShadowGist {
  readonly changes: readonly ShadowChange[];
}

/** A run of customers' questions through a release that waits. Times are ISO 8601 in UTC. */
export interface ShadowLook {
  readonly releaseId: string;
  readonly days: number;
  /** Name of who began it. */
  readonly by: string;
  readonly startedAt: string;
  /** Null while it is at it. */
  readonly endedAt: string | null;
  readonly done: number;
  /** Null before it knows how many there are. */
  readonly total: number | null;
  readonly outcome: 'done' | 'failed' | 'stopped' | null;
  /** Code of the error of one that failed. */
  readonly code: string | null;
  readonly gist: ShadowGist | null;
}

/** Some changes of the last run, and where the next ones begin; null where these are the last. */
export interface ShadowPage {
  readonly changes: readonly ShadowChange[];
  readonly next: number | null;
}

/** The last run; null where there was none, or where what it gave was forgotten. */
export interface ShadowState {
  readonly run: ShadowLook | null;
}

/** Real questions of the last days, put to a release that waits and to the live one, for content people and administrators. */
export interface DeskShadow {
  look(agent: DeskAgent): Promise<ReleaseOutcome<ShadowState>>;
  /** @param days how far back questions are taken, from 1 */
  start(agent: DeskAgent, releaseId: string, days: number): Promise<ReleaseOutcome<ShadowState>>;
  stop(agent: DeskAgent): Promise<ReleaseOutcome<ShadowState>>;
  /** Changes of the last run from one place on, twenty at most. */
  changes(agent: DeskAgent, releaseId: string, from: number): Promise<ReleaseOutcome<ShadowPage>>;
}
