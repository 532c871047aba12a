/** What an address is asked for: what was said, once, or what agents answer from then on. */
export type MailPurpose = 'transcript' | 'replies';

/** The e-mail address that a customer left in a conversation, until it is not needed any more. */
export interface MailAddressRow {
  conversationId: string;
  address: string;
  purpose: MailPurpose;
  /** Hash of the code that was sent to it; null once it was typed. */
  codeHash: string | null;
  /** Until when the code counts, or counted. */
  codeExpiresAt: string;
  /** How many wrong codes were typed. */
  wrongCodes: number;
  /** When the code was typed; null before. */
  confirmedAt: string | null;
  createdAt: string;
}

export type MailKind = 'code' | 'transcript' | 'reply';

/** `queued → sent | failed`; `dropped` where it was not needed any more: its customer saw it in the chat. */
export type MailState = 'queued' | 'sent' | 'failed' | 'dropped';

/** A mail to a customer. It holds no words: they are composed when it is sent. */
export interface MailRow {
  id: string;
  conversationId: string;
  kind: MailKind;
  address: string;
  state: MailState;
  attempts: number;
  nextAttemptAt: string;
  createdAt: string;
}

/** A mail to the company about a run of ingest. One row at most: the last. */
export interface RunMailRow {
  id: string;
  /** Tells one cause from another. */
  reasonKey: string;
  /** What it tells: `RunAlert` as JSON, without names of people. */
  alert: string;
  state: MailState;
  attempts: number;
  nextAttemptAt: string;
  createdAt: string;
  /** When what it tells of was over; null while it is not. */
  endedAt: string | null;
}

/** The tables of mail. */
export interface MailTables {
  mail_addresses: MailAddressRow;
  mails: MailRow;
  run_mails: RunMailRow;
}
