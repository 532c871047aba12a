import { randomUUID } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { RunAlert } from '../contracts/mail/run-alert.js';
import type { Schedule } from '../hours/schedule.js';
import { USUAL_TIME_ZONE } from '../hours/time-zones.js';
import type { RunMailRow } from '../store/mail/mail-tables.js';
import { endRunMail, newestRunMail, replaceRunMails, settleRunMail } from '../store/mail/run-mails.js';
import type { Store } from '../store/store.js';
import { afterMailAttempt } from './after-mail-attempt.js';
import type { Mailer } from './mailer.js';
import { runMail } from './run-mail.js';

export interface RunMailingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  /** Whom to tell; nobody where undefined. */
  readonly to: string | undefined;
  /** What somebody must see to now; null where all is well. */
  readonly alert: () => RunAlert | null;
  readonly companyName: string;
  readonly openingHours: Schedule | null;
}

/** Mails about runs of ingest. */
export interface RunMailing {
  /** Looks whether there is something to tell, and sends it; to be called again and again. Never throws for a mail server. */
  run(): Promise<void>;
}

/**
 * Tells one address of a run that failed or was held back: once a cause, however many nights it lasts, and anew where it went well in
 * between. A mail is a row first; the address stands in the settings alone.
 */
export function createRunMailing(parts: RunMailingParts): RunMailing {
  const { store, clock, log, mailer, to, alert } = parts;
  const lanes = createLanes();

  /** The mail that tells of what is wrong now; null where nothing is, or nobody need be told again. */
  async function current(): Promise<RunMailRow | null> {
    const found = alert();
    const last = await newestRunMail(store);
    const at = clock.now().toISOString();
    if (found === null) {
      if (last !== null && last.endedAt === null) await endRunMail(store, last.id, at);
      return null;
    }
    const reasonKey = keyOf(found);
    if (last !== null && last.endedAt === null && last.reasonKey === reasonKey) return last;
    const row: RunMailRow = {
      id: randomUUID(),
      reasonKey,
      alert: JSON.stringify(found),
      state: 'queued',
      attempts: 0,
      nextAttemptAt: at,
      createdAt: at,
      endedAt: null,
    };
    await store.transaction().execute((write) => replaceRunMails(write, row));
    return row;
  }

  async function attempt(mail: RunMailRow, address: string): Promise<void> {
    const { companyName, openingHours } = parts;
    const told = JSON.parse(mail.alert) as RunAlert;
    const timeZone = openingHours?.timeZone ?? USUAL_TIME_ZONE;
    const content = runMail(told, { companyName, timeZone });
    const outcome = await mailer.send({ ...content, to: address, language: told.language, id: mail.id });
    const { kind } = told;
    if (outcome.kind === 'sent') log.info('The company was mailed about a run of ingest.', { kind });
    else log.warn('A mail about a run of ingest did not get through.', { kind, reason: outcome.reason });
    await settleRunMail(store, mail.id, afterMailAttempt(outcome, mail, clock.now()));
  }

  return {
    async run() {
      if (!mailer.isOn || to === undefined || lanes.isBusy('runs')) return;
      await lanes.serially('runs', async () => {
        const mail = await current();
        if (mail?.state === 'queued' && mail.nextAttemptAt <= clock.now().toISOString())
          await attempt(mail, to);
      });
    },
  };
}

function keyOf({ kind, code, reasons }: RunAlert): string {
  return JSON.stringify([kind, code, reasons.map(({ key }) => key).sort()]);
}
