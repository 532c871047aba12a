import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { AddressOutcome, CodeOutcome, MailWish } from '../contracts/mail/customer-mail.js';
import type { SpokenLanguage } from '../contracts/messages.js';
import { lockConversation } from '../store/conversations.js';
import {
  confirmMailAddress,
  countWrongCode,
  forgetAddressOfCode,
  forgetMailAddress,
  mailAddressOf,
  replaceMailAddress,
} from '../store/mail/addresses.js';
import { countCodes, insertMail, queueMail, settleMail } from '../store/mail/mails.js';
import type { Store, Write } from '../store/store.js';
import { codeMail } from './compose-mail.js';
import type { Mailer } from './mailer.js';

export interface AddressParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly companyName: string;
  /** Something was put into the mails that are to be sent. */
  readonly onQueued: () => void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CODE_MINUTES = 15;
const MOST_WRONG_CODES = 5;
/** Codes of a day in one conversation and to one address, and of an hour in all: nobody's mailbox is filled by us. */
const MOST_CODES = { conversation: 5, address: 5, all: 300 };

/** What a customer left an address for. */
interface LeftAddress {
  readonly conversationId: string;
  /** As `readMailAddress` gives it. */
  readonly address: string;
  readonly wish: MailWish;
  readonly language: SpokenLanguage;
}

/** Sends a code to an address that a customer left, unless too many were sent; one that is confirmed already needs none. */
export async function leaveAddress(parts: AddressParts, left: LeftAddress): Promise<AddressOutcome> {
  const { store, clock, log, mailer, companyName, onQueued } = parts;
  const { conversationId, address, language } = left;
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const mailId = randomUUID();
  const prepared = await store
    .transaction()
    .execute((write) => prepareCode(write, left, { code, mailId, now: clock.now() }));
  if (prepared === 'done') onQueued();
  if (prepared !== 'code-sent') return { kind: prepared };
  // At once and not from a list: the code stands nowhere but in the mail.
  const content = codeMail(code, { language, companyName, minutes: CODE_MINUTES });
  const outcome = await mailer.send({ ...content, to: address, language, id: mailId });
  if (outcome.kind === 'sent') {
    await settleMail(store, mailId, { state: 'sent', attempts: 1 });
    return { kind: 'code-sent' };
  }
  log.warn('A code could not be mailed to a customer.', { conversationId, reason: outcome.reason });
  // Alone the one that waits for this code: the customer may have left another one meanwhile.
  await forgetAddressOfCode(store, conversationId, hashCode(conversationId, code));
  return { kind: 'not-sent' };
}

/** Writes down what the code is for; one that is not sent in the end counts as well. */
async function prepareCode(
  write: Write,
  { conversationId, address, wish }: LeftAddress,
  { code, mailId, now }: { readonly code: string; readonly mailId: string; readonly now: Date },
): Promise<Exclude<AddressOutcome['kind'], 'address-invalid' | 'not-sent'>> {
  const at = now.toISOString();
  if (!(await lockConversation(write, conversationId, at))) return 'off';
  const before = await mailAddressOf(write, conversationId);
  if (before && before.confirmedAt !== null && before.address === address) {
    if (wish === 'transcript') await queueMail(write, { conversationId, kind: 'transcript', address }, now);
    return 'done';
  }
  if (await isTooMany(write, conversationId, address, now)) return 'too-many';
  await replaceMailAddress(write, {
    conversationId,
    address,
    purpose: wish,
    codeHash: hashCode(conversationId, code),
    codeExpiresAt: later(now, CODE_MINUTES * MINUTE_MS),
    wrongCodes: 0,
    confirmedAt: null,
    createdAt: at,
  });
  const mail = { id: mailId, conversationId, kind: 'code' as const, address };
  await insertMail(write, { ...mail, state: 'failed', attempts: 1, nextAttemptAt: at, createdAt: at });
  return 'code-sent';
}

/** Takes the code that a customer typed; with the right one, what they left the address for is done. */
export async function confirmAddress(
  { store, clock, onQueued }: AddressParts,
  conversationId: string,
  code: string,
): Promise<CodeOutcome> {
  const outcome = await store
    .transaction()
    .execute((write) => takeCode(write, conversationId, code, clock.now()));
  if (outcome.kind === 'done') onQueued();
  return outcome;
}

async function takeCode(write: Write, conversationId: string, code: string, now: Date): Promise<CodeOutcome> {
  if (!(await lockConversation(write, conversationId, now.toISOString()))) return { kind: 'ended' };
  const row = await mailAddressOf(write, conversationId);
  if (!row || row.codeHash === null || row.codeExpiresAt <= now.toISOString()) return { kind: 'ended' };
  if (!isSame(row.codeHash, hashCode(conversationId, code.replace(/\s/g, '')))) {
    const left = MOST_WRONG_CODES - (await countWrongCode(write, conversationId));
    if (left > 0) return { kind: 'wrong', left };
    await forgetMailAddress(write, conversationId);
    return { kind: 'ended' };
  }
  if (row.purpose === 'replies') await confirmMailAddress(write, conversationId, now.toISOString());
  else {
    await queueMail(write, { conversationId, kind: 'transcript', address: row.address }, now);
    // It stands with the mail that is to be sent, and is not needed for more.
    await forgetMailAddress(write, conversationId);
  }
  return { kind: 'done' };
}

async function isTooMany(write: Write, conversationId: string, address: string, now: Date): Promise<boolean> {
  const since = { day: later(now, -24 * HOUR_MS), hour: later(now, -HOUR_MS) };
  const sent = await countCodes(write, { conversationId, address }, since);
  return (
    sent.conversation >= MOST_CODES.conversation ||
    sent.address >= MOST_CODES.address ||
    sent.all >= MOST_CODES.all
  );
}

/** A million codes can be tried by whoever has the store and a quarter of an hour; it keeps them out of exports and logs. */
function hashCode(conversationId: string, code: string): string {
  return createHash('sha256').update(`${conversationId} ${code}`).digest('hex');
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
