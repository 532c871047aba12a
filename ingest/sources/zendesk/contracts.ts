/**
 * How a help centre of Zendesk is read, as types.
 */
import type { GuardedFetch } from '../http/contracts.js';

export interface ZendeskOptions {
  readonly name: string;
  /** Such as `https://example.zendesk.com`. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posts or articles without a sign of change that each run reads again. */
  readonly reread: number;
  readonly http: GuardedFetch;
}

export interface ZendeskPostsOptions extends ZendeskOptions {
  /** Whether only posts are read that the community marked as answered. */
  readonly isAnsweredOnly: boolean;
  /** Id of the one topic that is read; null for all. */
  readonly topic: string | null;
}

export interface ZendeskArticlesOptions extends ZendeskOptions {
  /** Such as `nl` or `en-us`; null for the language in which the help centre was written. */
  readonly locale: string | null;
  /** Who speaks in an article. */
  readonly company: string;
}
