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

/** What is written down of a mail after an attempt. */
type SettledMail = Parameters<typeof settleMail>[2];

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
    const { content, seen } = await contentOf(parts, mail, conversation);
    if (content === null) return settle(mail, { state: 'dropped', attempts }, seen);
    const language = languageOf(conversation);
    const outcome = await mailer.send({ ...content, to: mail.address, language, id: mail.id });
    if (outcome.kind !== 'sent') {
      const { conversationId } = mail;
      const { reason } = outcome;
      log.warn('A mail to a customer did not get through.', { conversationId, attempts, reason });
    }
    await settle(mail, afterMailAttempt(outcome, mail, clock.now()), seen);
  }

  /** Writes down what became of a mail; what an agent said while it was on its way goes with the next. */
  function settle(mail: MailRow, change: SettledMail, seen: number): Promise<void> {
    return store.transaction().execute(async (write) => {
      await settleMail(write, mail.id, change);
      if (mail.kind === 'reply' && change.state !== 'queued') await mailLeft(write, mail, seen, clock.now());
    });
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

/** What a mail says. */
interface Composed {
  /** Null where it need not be sent any more. */
  readonly content: MailContent | null;
  /** Place of the newest message that was looked at for it; 0 for none. */
  readonly seen: number;
}

async function contentOf(
  { store, windows, companyName, openingHours }: MailingParts,
  mail: MailRow,
  conversation: Conversation,
): Promise<Composed> {
  const language = languageOf(conversation);
  if (mail.kind === 'transcript') {
    const { lines, isCut } = await readTranscript(store, conversation.id);
    const timeZone = openingHours?.timeZone ?? USUAL_TIME_ZONE;
    return { content: transcriptMail(lines, { language, companyName, timeZone, isCut }), seen: 0 };
  }
  const { channelId, reference } = conversation;
  const of = { channelId, conversationId: reference.conversation.id };
  const rows = await newestMessages(store, conversation.id, MOST_LOOKED_AT);
  const seen = rows.at(-1)?.sequence ?? 0;
  if (windows.wasOpenSince(of, mail.createdAt)) return { content: null, seen };
  const answers = rows.filter((row) => row.speakerKind === 'agent' && row.createdAt >= mail.createdAt);
  const lines = transcriptLines(answers);
  if (lines.length === 0) return { content: null, seen };
  const chatUrl = linkAddress(reference.page?.address ?? '');
  return { content: replyMail(lines, { language, companyName, chatUrl }), seen };
}

/**
 * While a mail was on its way it stood for all that its agent says: what they said behind what it holds is in none.
 * @param seen place of the newest message that it was made of
 */
async function mailLeft(write: Write, { conversationId }: MailRow, seen: number, now: Date): Promise<void> {
  const rows = await newestMessages(write, conversationId, MOST_LOOKED_AT);
  const left = rows.find(({ speakerKind, sequence }) => speakerKind === 'agent' && sequence > seen);
  if (left) await mailReply(write, conversationId, now, new Date(left.createdAt));
}

/**
 * An agent said something: where the customer left an address for that, it goes there as well, unless they open the chat within
 * a minute. What the agent says until then goes with it.
 * @param saidAt when they said it; now where left out
 */
export async function mailReply(
  write: Write,
  conversationId: string,
  now: Date,
  saidAt = now,
): Promise<void> {
  const left = await mailAddressOf(write, conversationId);
  if (left?.purpose !== 'replies' || left.confirmedAt === null) return;
  if (await hasQueuedMail(write, conversationId, 'reply')) return;
  const waitMs = now.getTime() - saidAt.getTime() + REPLY_WAIT_MS;
  await queueMail(write, { conversationId, kind: 'reply', address: left.address }, saidAt, waitMs);
}
