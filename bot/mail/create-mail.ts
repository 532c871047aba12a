import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { Files } from '../contracts/files.js';
import type { CustomerMail } from '../contracts/mail/customer-mail.js';
import type { RunAlert } from '../contracts/mail/run-alert.js';
import type { Background } from '../conversations/background.js';
import { type CustomerWindows, createCustomerWindows } from '../conversations/customer-windows.js';
import type { Schedule } from '../hours/schedule.js';
import type { Doors } from '../outbox/doors.js';
import type { BotSettings } from '../settings.js';
import type { Store } from '../store/store.js';
import { createCustomerMail } from './customer-mail.js';
import { createMailer, type Mailer } from './mailer.js';
import { createMailing, type Mailing } from './mailing.js';
import { createRunMailing, type RunMailing } from './run-mailing.js';
import { createTranscriptFiles, type TranscriptFiles } from './transcript-file.js';

/** All that has to do with mail, each made once. */
interface MailParts {
  readonly mailer: Mailer;
  readonly windows: CustomerWindows;
  /** Its `run` also tells of customers who are gone by then. */
  readonly mailing: Mailing;
  readonly customerMail: CustomerMail;
  readonly transcripts: TranscriptFiles;
  /** Tells the company of runs of ingest. */
  readonly runMailing: RunMailing;
}

/**
 * Makes what mails customers, and what knows whether they have the chat open.
 * @throws MAIL_SETTINGS_INCOMPLETE
 */
export function createMail(
  parts: {
    readonly store: Store;
    readonly clock: Clock;
    readonly log: Log;
    readonly settings: BotSettings;
    readonly background: Background;
    readonly openingHours: Schedule | null;
    readonly files: Files;
    readonly doors: Doors;
  },
  options: {
    /** Made of the settings where not given. */
    readonly mailer?: Mailer | undefined;
    /** What of an ingest somebody must see to; nothing where not given. */
    readonly runAlert?: (() => RunAlert | null) | undefined;
  } = {},
): MailParts {
  const { mailer = createMailer(parts.settings), runAlert: alert = () => null } = options;
  const { store, clock, log, settings, background, openingHours, files, doors } = parts;
  const windows = createCustomerWindows({ clock });
  const shared = { store, clock, log, mailer, windows, openingHours, companyName: settings.COMPANY_NAME };
  const mailing = createMailing(shared);
  const run = async () => {
    windows.settle();
    await mailing.run();
  };
  const onQueued = () => void background.run(() => mailing.run());
  const runMailing = createRunMailing({ ...shared, to: settings.ALERT_EMAIL, alert });
  return {
    runMailing,
    mailer,
    windows,
    mailing: { run },
    customerMail: createCustomerMail({ ...shared, onQueued }),
    transcripts: createTranscriptFiles({ ...shared, files, doors }),
  };
}
