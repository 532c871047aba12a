import type { ApprovedAnswers } from '../index/contracts/approved-answers.js';
import type { ContentEdits } from '../index/contracts/content-edits.js';
import type { Hear } from '../index/contracts/hearing.js';
import type { KnowledgeBase } from '../index/contracts/search.js';
import type { Clock } from '../index/platform/clock.js';
import type { Log } from '../index/platform/log.js';
import type { Accounts } from './accounts/accounts.js';
import type { HashCost } from './accounts/derive-key.js';
import type { PasswordThread } from './accounts/password-thread.js';
import type { DeskAssignment } from './contracts/assignment.js';
import type { BotFigures, BotWatch } from './contracts/bot-watch.js';
import type { BotEntry, ChannelForm, Transport } from './contracts/channels.js';
import type { BotPause, Desk } from './contracts/desk.js';
import type { DeskTools } from './contracts/desk-tools.js';
import type { DeskElsewhere } from './contracts/elsewhere/desk-elsewhere.js';
import type { Files } from './contracts/files.js';
import type { IngestNotice } from './contracts/ingest-notice.js';
import type { CustomerMail } from './contracts/mail/customer-mail.js';
import type { RunAlert } from './contracts/mail/run-alert.js';
import type { WebchatStore } from './contracts/webchat.js';
import type { RedactAnswer } from './desk/content/drafts.js';
import type { ReleaseRoom } from './desk/releases/desk-releases.js';
import type { Mailer } from './mail/mailer.js';
import type { BotSettings } from './settings.js';
import type { ConversationStore } from './store/conversation-store.js';
import type { RedactQuestion } from './verdicts/verdict-recorder.js';

export interface BotOptions {
  /** An open store that the bot takes over; `stop` closes it. */
  readonly store: ConversationStore;
  readonly knowledgeBase: KnowledgeBase;
  /** What content people change about it; nobody changes anything where not given. */
  readonly edits?: ContentEdits;
  /** What agents answered and content people approved; nobody approves anything where not given. */
  readonly approved?: ApprovedAnswers;
  /** Makes what was said to one customer fit for all; where not given, nobody puts an answer forward. */
  readonly redactAnswer?: RedactAnswer;
  /** The releases that answers come from; nobody looks at them where not given. */
  readonly releases?: ReleaseRoom;
  /** How messages are heard; by the classifiers that come with the program where not given. */
  readonly hear?: Hear;
  /** The folder of the program's files, with what customers sent and what is remembered of erasures; none where not given. */
  readonly runtimeDirectory?: string;
  /** Makes customers' questions fit to be kept with what was said of their answers; where not given, nothing of it is kept. */
  readonly redact?: RedactQuestion;
  readonly settings: BotSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** Why no question can be answered now, for the desk; never where not given. */
  readonly pause?: () => BotPause | null;
  /** Folder for the bytes of files that customers and agents send; it is made when the first comes. */
  readonly filesDirectory: string;
  /** Of an ingest that ran by itself, for the desk; none where not given. */
  readonly ingestNotices?: () => readonly IngestNotice[];
  /** The same for a mail to the company; none where not given. */
  readonly runAlert?: () => RunAlert | null;
  /** Who watches it at work; nobody where not given. */
  readonly watch?: BotWatch;
  /** Sends mail, closed by `stop`; made of the settings where not given. */
  readonly mailer?: Mailer;
  /** Only tests choose a cheaper one. */
  readonly passwordCost?: HashCost;
  /** Where passwords are hashed, closed by `stop`; a thread of its own where not given. */
  readonly passwordThread?: PasswordThread;
}

/** What the bot speaks through. */
export interface Plugged {
  readonly forms: readonly ChannelForm[];
  readonly transports: readonly Transport[];
}

/** The bot with its conversations, hand-offs and desk. */
export interface Bot extends BotEntry {
  readonly desk: Desk;
  readonly assignment: DeskAssignment;
  readonly deskTools: DeskTools;
  /** What is kept for agents who work in a channel. */
  readonly deskElsewhere: DeskElsewhere;
  readonly accounts: Accounts;
  readonly webchatStore: WebchatStore;
  readonly files: Files;
  /** What customers take with them from a conversation. */
  readonly mail: CustomerMail;
  /**
   * Plugs the channels in, takes up what the last run left (unhandled messages, unsent messages, due timers) in the
   * background, and begins to watch timers, dates and the store.
   * @throws DATABASE_UNUSABLE
   */
  start(plugged: Plugged): Promise<void>;
  /** Why nothing can be kept now, in a sentence; null when it can. */
  notWritableBecause(): string | null;
  /** How much there is to do now. */
  figures(): Promise<BotFigures>;
  /** Carries out the timers that are due by the clock, with the sending they lead to; `start` sees to it every second. */
  runDueTimers(): Promise<void>;
  /**
   * Looks for conversations in limbo, repairs and logs them; `start` sees to it every minute. Returns how many there were.
   */
  repairLimbo(): Promise<number>;
  /** Lets channels forget agents who are gone; `start` sees to it every minute. */
  forgetGone(): Promise<void>;
  /** Deletes what is past its date; `start` sees to it at once and daily. Returns how many conversations went. */
  deleteExpired(): Promise<number>;
  /** Lets running turns finish, sends what they said, and closes the database. Call it when no channel takes messages. */
  stop(): Promise<void>;
}
