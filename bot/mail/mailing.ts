import type { Clock } from '../../index/platform/clock.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { Conversation } from '../conversations/conversation.js';
import type { CustomerWindows } from '../conversations/customer-windows.js';
import { languageOf } from '../handoff/tell-news.js';
import type { Schedule } from '../hours/schedule.js';
import { USUAL_TIME_ZONE } from '../hours/time-zones.js';
import { findConversation } from '../store/conversations.js';
import { forgetNeedlessAddresses, mailAddressOf } from '../store/mail/addresses.js';
import type { MailRow } from '../store/mail/mail-tables.js';
import { dueMails, forgetSettledMails, hasQueuedMail, queueMail, settleMail } from '../store/mail/mails.js';
import { newestMessages } from '../store/messages/transcript.js';
import type { Store, Write } from '../store/store.js';
import { afterMailAttempt } from './after-mail-attempt.js';
import { type MailContent, replyMail, transcriptMail } from './compose-mail.js';
import type { Mailer } from './mailer.js';
import { readTranscript, transcriptLines } from './transcript-lines.js';
import { linkAddress } from './write-tree.js';

/** Sends the mails that were written down. */
export interface Mailing {
  /** Sends what is due, and forgets what is needed no more; to be called again and again. Never throws for a mail server. */
  run(): Promise<void>;
}

export interface MailingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly windows: Pick<CustomerWindows, 'wasOpenSince'>;
  readonly companyName: string;
  readonly openingHours: Schedule | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So long an answer waits for its customer to open the chat, and for what the agent says right behind it. */
const REPLY_WAIT_MS = MINUTE_MS;
const BATCH = 20;
/** What was sent, or given up, is forgotten after a day; codes are counted as long. */
const KEPT_MS = DAY_MS;
const TIDY_EVERY_MS = MINUTE_MS;
/** The newest messages in which answers are looked for. */
const MOST_LOOKED_AT = 200;

export function createMailing(parts: MailingParts): Mailing {
  const { store, clock, log, mailer } = parts;
  const lanes = createLanes();
  let tidiedAt = Number.NEGATIVE_INFINITY;

  async function attempt(mail: MailRow): Promise<void> {
    const attempts = mail.attempts + 1;
    const conversation = await findConversation(store, mail.conversationId);
    // Who erased it, or its date, took the mail with it.
    if (!conversation) return;
    const content = await contentOf(parts, mail, conversation);
    if (content === null) return settleMail(store, mail.id, { state: 'dropped', attempts });
    const language = languageOf(conversation);
    const outcome = await mailer.send({ ...content, to: mail.address, language, id: mail.id });
    if (outcome.kind !== 'sent') {
      const { conversationId } = mail;
      const { reason } = outcome;
      log.warn('A mail to a customer did not get through.', { conversationId, attempts, reason });
    }
    await settleMail(store, mail.id, afterMailAttempt(outcome, mail, clock.now()));
  }

  async function tidy(): Promise<void> {
    const now = clock.now();
    if (now.getTime() - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = now.getTime();
    await forgetNeedlessAddresses(store, now.toISOString());
    await forgetSettledMails(store, new Date(now.getTime() - KEPT_MS).toISOString());
  }

  return {
    async run() {
      // A mail server that is slow to answer is asked by one run, not by one more each second.
      if (lanes.isBusy('mail')) return;
      await lanes.serially('mail', async () => {
        await tidy();
        if (!mailer.isOn) return;
        for (const mail of await dueMails(store, clock.now().toISOString(), BATCH)) {
          await attempt(mail).catch((error: unknown) =>
            log.error('A mail could not be worked off.', { conversationId: mail.conversationId, error }),
          );
        }
      });
    },
  };
}

/** What a mail says; null where it need not be sent any more. */
async function contentOf(
  { store, windows, companyName, openingHours }: MailingParts,
  mail: MailRow,
  conversation: Conversation,
): Promise<MailContent | null> {
  const language = languageOf(conversation);
  if (mail.kind === 'transcript') {
    const { lines, isCut } = await readTranscript(store, conversation.id);
    const timeZone = openingHours?.timeZone ?? USUAL_TIME_ZONE;
    return transcriptMail(lines, { language, companyName, timeZone, isCut });
  }
  const { channelId, reference } = conversation;
  const of = { channelId, conversationId: reference.conversation.id };
  if (windows.wasOpenSince(of, mail.createdAt)) return null;
  const rows = await newestMessages(store, conversation.id, MOST_LOOKED_AT);
  const answers = rows.filter((row) => row.speakerKind === 'agent' && row.createdAt >= mail.createdAt);
  const lines = transcriptLines(answers);
  if (lines.length === 0) return null;
  return replyMail(lines, { language, companyName, chatUrl: linkAddress(reference.page?.address ?? '') });
}

/**
 * An agent said something: where the customer left an address for that, it goes there as well, unless they open the chat within
 * a minute. What the agent says until then goes with it.
 */
export async function mailReply(write: Write, conversationId: string, now: Date): Promise<void> {
  const left = await mailAddressOf(write, conversationId);
  if (left?.purpose !== 'replies' || left.confirmedAt === null) return;
  if (await hasQueuedMail(write, conversationId, 'reply')) return;
  await queueMail(write, { conversationId, kind: 'reply', address: left.address }, now, REPLY_WAIT_MS);
}
