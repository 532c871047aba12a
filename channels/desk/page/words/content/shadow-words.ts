import type { PreviewSide } from '../../../../../bot/contracts/content/desk-releases.js';
import type { ShadowChange } from '../../../../../bot/contracts/content/desk-shadow.js';

/** Customers' questions, put to a release that waits. */
export interface ShadowPageWords {
  readonly title: string;
  readonly hint: string;
  readonly days: string;
  readonly day: (days: number) => string;
  readonly start: string;
  readonly stop: string;
  /** What is said while it is at it, before and after it knows how many answers there are. */
  readonly begins: string;
  readonly asking: string;
  readonly elsewhere: (by: string) => string;
  readonly failed: (code: string) => string;
  readonly stopped: string;
  readonly none: (days: number) => string;
  readonly done: (asked: number, different: number, by: string) => string;
  readonly leftOut: (times: number) => string;
  readonly nobodyLive: string;
  readonly given: string;
  readonly verdicts: Readonly<Record<PreviewSide['verdict'], string>>;
  readonly same: string;
  readonly changes: (count: number) => string;
  readonly kinds: Readonly<Record<ShadowChange['kind'], string>>;
  readonly times: (times: number) => string;
  readonly more: string;
}
