import { createTransport } from 'nodemailer';
import { messageOf } from '../../index/platform/errors.js';
import { botErrors } from '../errors.js';
import { readMailAddress } from './mail-address.js';

/** A mail, in both forms that mail programs show. */
export interface Mail {
  /** One address, as `readMailAddress` gives it. */
  readonly to: string;
  /** Line breaks in it become spaces. */
  readonly subject: string;
  readonly text: string;
  /** A whole page without scripts, pictures or addresses that load by themselves. */
  readonly html: string;
  readonly language: string;
  /** The same mail sent twice has one id (RFC 5322, 3.6.4), so that mail programs show it once; of letters, digits and hyphens. */
  readonly id: string;
}

/** What became of one attempt: `refused` will never arrive (RFC 5321, 4.2.1: 5yz), `later` may. The reason is for the log. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'later'; readonly reason: string };

/** Sends mail; the one way out of the program by e-mail. */
export interface Mailer {
  /** Whether mail can be sent at all. */
  readonly isOn: boolean;
  /** Makes one attempt. Never throws; `refused` while it is off, or where the address is none. */
  send(mail: Mail): Promise<MailOutcome>;
  /** Ends what is open. */
  close(): void;
}

interface MailerSettings {
  readonly SMTP_URL?: string | undefined;
  readonly SMTP_FROM?: string | undefined;
  readonly ALERT_EMAIL?: string | undefined;
  readonly COMPANY_NAME: string;
}

const CONNECT_MS = 10_000;
/** Nobody waits longer for a mail server that says nothing. */
const SILENT_MS = 15_000;
const MOST_AT_ONCE = 2;

/**
 * Sends mail by SMTP (RFC 5321). This file is the one door to nodemailer.
 * @throws MAIL_SETTINGS_INCOMPLETE
 */
export function createMailer({ SMTP_URL, SMTP_FROM, ALERT_EMAIL, COMPANY_NAME }: MailerSettings): Mailer {
  if (SMTP_URL === undefined && SMTP_FROM === undefined) {
    if (ALERT_EMAIL === undefined) return NO_MAIL;
    throw botErrors.MAIL_SETTINGS_INCOMPLETE({ missing: 'SMTP_URL', given: 'ALERT_EMAIL' });
  }
  if (SMTP_URL === undefined)
    throw botErrors.MAIL_SETTINGS_INCOMPLETE({ missing: 'SMTP_URL', given: 'SMTP_FROM' });
  if (SMTP_FROM === undefined)
    throw botErrors.MAIL_SETTINGS_INCOMPLETE({ missing: 'SMTP_FROM', given: 'SMTP_URL' });
  const url = new URL(SMTP_URL);
  const isSecure = url.protocol === 'smtps:';
  const name = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port || (isSecure ? 465 : 587)),
    secure: isSecure,
    ...(name === '' ? {} : { auth: { user: name, pass: decodeURIComponent(url.password) } }),
    // A password goes over no line that others can read.
    requireTLS: !isSecure && name !== '',
    pool: true,
    maxConnections: MOST_AT_ONCE,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = { name: oneHeaderLine(COMPANY_NAME), address: SMTP_FROM };
  const domain = SMTP_FROM.slice(SMTP_FROM.indexOf('@') + 1);
  return {
    isOn: true,
    async send({ to, subject, text, html, language, id }) {
      const address = readMailAddress(to);
      if (address === null) return { kind: 'refused', reason: 'the address is none' };
      try {
        await transport.sendMail({
          from,
          // As an object, and by itself as the envelope: no list of addresses is read out of it.
          to: { name: '', address },
          envelope: { from: SMTP_FROM, to: [address] },
          subject: oneHeaderLine(subject),
          text,
          html,
          messageId: `<${id.replace(/[^\w-]/g, '')}@${domain}>`,
          // RFC 3834: nobody's holiday answers it, and nobody asked a person to write it.
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': language,
          },
        });
        return { kind: 'sent' };
      } catch (error) {
        return { kind: isFinal(error) ? 'refused' : 'later', reason: reasonOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** While no mail server is set. */
export const NO_MAIL: Mailer = {
  isOn: false,
  send: async () => ({ kind: 'refused', reason: 'no mail server is set' }),
  close: () => {},
};

/** No sign that could begin another header: line breaks and other control characters become spaces. */
function oneHeaderLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** Whether the server refused this mail for good. What it says of us (535, wrong password) an operator can mend. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return code !== 'EAUTH' && typeof responseCode === 'number' && responseCode >= 500;
}

/** Without addresses, which servers repeat. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const known = [code, responseCode].filter((part) => part !== undefined).join(' ');
  return known === ''
    ? messageOf(error)
        .replace(/\S*@\S*/g, '…')
        .slice(0, 200)
    : known;
}
