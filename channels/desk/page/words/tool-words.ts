import type { HandoffState } from '../../../../bot/contracts/messages.js';
import type { ContentWords } from './content/content-words.js';
import type { DraftWords } from './content/draft-words.js';
import type { PairWords } from './content/pair-words.js';
import type { ReleaseWords } from './content/release-words.js';
import type { ShadowPageWords } from './content/shadow-words.js';
import type { StaleWords } from './content/stale-words.js';
import type { MoveWords } from './moves/move-words.js';
import type { PrivacyPageWords } from './privacy/privacy-words.js';
import type { ReplyToolWords } from './reply/reply-tool-words.js';
import type { SecurityWords } from './security/security-words.js';
import type { SignWords } from './signs/sign-words.js';

/** What agents work with beside the conversations at hand. */
export interface ToolWords {
  readonly ways: string;
  /** Above words that a customer answers to; '' where it is not known whose they are. */
  readonly quotes: (name: string) => string;
  /** In front of a product, or another card, that a customer sent. */
  readonly card: string;
  /** What the company's website, or a channel, tells of a customer. */
  readonly website: {
    readonly customer: string;
    readonly email: string;
    readonly page: string;
    readonly campaign: string;
    /** How the customer came. */
    readonly link: string;
    readonly ad: string;
  };
  readonly reply: ReplyToolWords;
  readonly privacy: PrivacyPageWords;
  readonly content: ContentWords;
  readonly drafts: DraftWords;
  readonly stale: StaleWords;
  readonly pairs: PairWords;
  readonly releases: ReleaseWords;
  readonly shadow: ShadowPageWords;
  readonly security: SecurityWords;
  readonly moves: MoveWords;
  readonly signs: SignWords;
  readonly search: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
    readonly filters: string;
    readonly channel: string;
    readonly language: string;
    readonly from: string;
    readonly until: string;
    readonly agent: string;
    readonly all: string;
    readonly isEnded: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly noneYet: string;
    readonly more: string;
  };
  readonly history: {
    readonly title: string;
    readonly none: string;
    readonly thisOne: string;
    readonly botOnly: string;
    readonly had: (name: string) => string;
    /** In place of the state of one that the customer was back with within a week. */
    readonly reopened: string;
    readonly nobody: string;
    readonly until: (from: string, until: string) => string;
    readonly since: (from: string) => string;
    readonly failed: string;
  };
  readonly withBot: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly take: string;
    readonly reopen: string;
    /** In place of the box for a reply. */
    readonly takeFirst: string;
    readonly reopenFirst: string;
    readonly wrote: (ago: string) => string;
  };
  readonly notes: {
    readonly add: string;
    /** In place of it, where something is typed already. */
    readonly goOn: string;
    readonly label: string;
    readonly hint: string;
    readonly keep: string;
    readonly badge: string;
    readonly names: string;
    readonly of: (name: string) => string;
    readonly mentions: string;
    readonly mentionsHint: string;
    readonly noMentions: string;
    readonly mentionsNames: (names: readonly string[]) => string;
    readonly by: (name: string) => string;
  };
  /** How a conversation stands, in a word or two. */
  readonly states: Readonly<Record<HandoffState, string>>;
}
