/**
 * What a source gives, as types.
 */
import type { Author } from '../../index/contracts/items.js';
import type { Settings, SettingTable } from '../../index/platform/settings.js';
import type { GuardedFetch, Patience } from './http/contracts.js';

/** How the bodies of a thread are written. */
export type TextFormat = 'html' | 'markdown' | 'text';

/** One reply to a question. Times are ISO 8601 in UTC, null where the source does not tell. */
export interface ThreadReply {
  readonly id: string;
  /** Link to this reply; null where the source has none. */
  readonly url: string | null;
  readonly author: Author;
  readonly createdAt: string | null;
  /** When it was last edited; null when it never was. */
  readonly updatedAt: string | null;
  readonly votes: number;
  /** Whether the asker accepted it; at most one a thread. */
  readonly isAccepted: boolean;
  readonly body: string;
}

/** A question of the community and its replies, oldest first. */
export interface Thread {
  /** Unique and stable in its source. */
  readonly id: string;
  readonly url: string | null;
  /** The question as its asker put it, with entities and spaces as the source gives them. */
  readonly title: string;
  /** The text below the title, as its asker wrote it; '' where the source does not tell. Never shown to anybody. */
  readonly body: string;
  /** Name of who asked; null where the source does not tell. */
  readonly asker: string | null;
  readonly format: TextFormat;
  /** IETF primary tag; null where the source does not tell, it is then detected. */
  readonly language: string | null;
  readonly tags: readonly string[];
  /** Where in its community it stands, by the name of its category or board; left out where the source does not tell. */
  readonly category?: string;
  readonly createdAt: string | null;
  /** Id of the thread that asks the same, where the community marked this one as its duplicate. */
  readonly duplicateOf: string | null;
  readonly licence: string | null;
  /** Whether it is an article that the company wrote: its one reply is the article. Left out where it is not. */
  readonly isOfficial?: boolean;
  readonly replies: readonly ThreadReply[];
}

/** Why a thread or row could not be read. */
export type FailureReason =
  | 'broken-row' // is not what its source should give
  | 'line-too-long'
  | 'unreachable'; // its source did not give it this time; what it gave before stays

/** Why something that a source gave became no item. */
export type SkipReason =
  | FailureReason
  | 'id-used-twice'
  | 'deleted'
  | 'not-a-question' // a post of another kind, such as a tag description
  | 'comment' // belongs to a post, is no thread
  | 'no-accepted-answer'
  | 'no-question' // the title is empty
  | 'answer-empty' // nothing is left after cleaning
  | 'answer-too-long'
  | 'damaged-text' // a character was lost before it came here (U+FFFD)
  | 'points-elsewhere' // "this ^^" says which other reply answers
  | 'private-reply' // "I sent you a private message" answers nobody else
  | 'dead-end' // "never mind, works now"
  | 'withdrawn' // its author took it back and says nothing instead
  | 'joke'
  | 'contradicted'; // members name different prices and nobody decided

/** Something that is no thread, with its place so that the content team finds it. */
export interface SkippedRow {
  readonly kind: 'skipped';
  readonly reason: Exclude<SkipReason, FailureReason>;
  /** Such as `threads.jsonl line 12`. */
  readonly position: string;
  /** What is wrong with it, in words; '' where the reason says it all. */
  readonly detail: string;
  /** How many, where several are told at once; else 1. */
  readonly count: number;
}

/** A thread that becomes no item. */
export interface SkippedThread {
  readonly kind: 'skipped';
  readonly reason: SkipReason;
  /** What is wrong with it, in words, where the reason does not say it all. */
  readonly detail?: string;
}

/** A thread or row that could not be read; what else the source holds is read all the same. */
export interface FailedRow {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** Id of the thread it is, or belongs to; null where not even that can be told. */
  readonly threadId: string | null;
  readonly position: string;
  /** What is wrong with it, in words, never in those of customers. */
  readonly detail: string;
}

export interface ThreadRow {
  readonly kind: 'thread';
  readonly thread: Thread;
  readonly position: string;
}

export type SourceRow = ThreadRow | SkippedRow | FailedRow;

/** A thread that the source no longer has, or no longer shows. */
export interface GoneRow {
  readonly kind: 'gone';
  readonly threadId: string;
  readonly position: string;
}

/** Where a reading ended, in words that only the source itself understands. It is kept, so it holds no secret. */
type Checkpoint = string;

/** All that a source holds: a thread that is not given is gone. */
interface WholeReading {
  readonly covers: 'everything';
  /**
   * One row at a time; what cannot be used or read is given as such, and the others all the same.
   * @throws a coded error when the source as a whole cannot be read
   */
  readonly rows: AsyncIterable<SourceRow>;
  /** Where the next reading may begin, once the rows have ended; not there for a source that always gives everything. */
  readonly checkpoint?: () => Checkpoint;
}

/** Only what is new, changed or gone since a checkpoint. */
interface ChangesReading {
  readonly covers: 'changes';
  readonly rows: AsyncIterable<SourceRow | GoneRow>;
  readonly checkpoint: () => Checkpoint;
}

/** A community that is read. Reading twice without a change gives the same threads with the same ids. */
export interface Source {
  /** Name of the source: the first part of the ids of its items. */
  readonly name: string;
  read(): WholeReading;
  /**
   * What changed since a checkpoint that this source gave, or everything where it cannot tell any more.
   * @param all whether every thread is read and given again, also where nothing tells of a change
   */
  readSince?(checkpoint: Checkpoint, all?: boolean): WholeReading | ChangesReading;
  /** The ids of all threads, those that cannot be read included: the cheap way to find what is gone. */
  ids?(): AsyncIterable<string>;
  /** Reads these threads alone, whether they changed or not. */
  readAgain?(ids: readonly string[]): AsyncIterable<SourceRow | GoneRow>;
}

/** Where a source is found. */
export interface SourceAddress {
  readonly path: string;
  /** What stands behind the path as `?option=value`; only options that the kind knows. */
  readonly options: Readonly<Record<string, string>>;
}

/** All that a kind is given to open a source. */
export interface SourceOpening<Table extends SettingTable> {
  readonly name: string;
  /** More than one where several addresses bear one name; at least one. */
  readonly addresses: readonly [SourceAddress, ...SourceAddress[]];
  /** The kind's own settings. A secret among them appears in no error, position or detail. */
  readonly settings: Settings<Table>;
  /** Folder for what is staged while reading; emptied after each run. */
  readonly workDirectory: string;
  /** The way to the hosts of the community, and to no others; loaded when it is asked for. */
  connect(hosts: readonly string[]): Promise<GuardedFetch>;
  readonly patience: Patience;
  /** The coded error of a source that is set wrongly: `throw opening.refusal('it has no host')`. */
  refusal(reason: string): Error;
}

/** A call of a web hook, as it came. */
export interface HookCall {
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  /** The bytes that were signed. */
  readonly body: Buffer;
  readonly now: Date;
}

/** What a call says: only which threads are to be read again, and only with the signature of its source. */
export type HookReading =
  | { readonly kind: 'off' } // no secret is set for this source
  | { readonly kind: 'refused' } // not signed with it, or long ago
  | {
      readonly kind: 'event';
      /** By which a repetition is known; null where the source tells none. */
      readonly eventId: string | null;
      readonly threadIds: readonly string[];
    };

/** A kind of community, all that is known of it outside its folder. */
export interface SourceKind<Table extends SettingTable = SettingTable> {
  /** Its word in INGEST_SOURCES and behind --source. */
  readonly kind: string;
  /** What its path names, for help texts: "a .jsonl or .csv file". */
  readonly pathNames: string;
  /** Options that may stand behind its path. */
  readonly options: readonly string[];
  /** Settings of its own, beside those of ingest; none for most. */
  readonly settings: Table;
  /**
   * Whether people may take everything out of it: then one that is empty is no sign of a fault. Left out where it is.
   */
  readonly mayEnd?: boolean;
  /** A name for a source that was given none; null where its path alone tells one. */
  suggestName(address: SourceAddress): string | null;
  /** Makes a source of it. What reads it is loaded then, because parsers take memory. */
  open(opening: SourceOpening<Table>): Promise<Source>;
  /** Reads a call of a web hook of the community; left out where none is signed. Never throws. */
  readHook?(call: HookCall, address: SourceAddress, settings: Settings<Table>): HookReading;
}
