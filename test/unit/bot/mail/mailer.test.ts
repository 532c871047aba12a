import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer, type Mail, type Mailer, NO_MAIL } from '../../../../bot/mail/mailer.js';
import { openSmtpInbox, type SmtpInbox } from '../../../support/smtp-inbox.js';

const FROM = 'help@zwaluw.example';
const MAIL: Mail = {
  to: 'maria@example.com',
  subject: 'Uw antwoord',
  text: 'Het is geregeld: 5 € terug.',
  html: '<p>Het is geregeld</p>',
  language: 'nl',
  id: 'mail-1',
};

let inbox: SmtpInbox;
let mailer: Mailer;
beforeAll(async () => {
  inbox = await openSmtpInbox();
  mailer = createMailer({
    SMTP_URL: inbox.url,
    SMTP_FROM: FROM,
    COMPANY_NAME: 'Zwaluw\r\nBcc: all@example.com',
  });
});
afterAll(async () => {
  mailer.close();
  await inbox.close();
});

describe('a mail', () => {
  it('arrives in both forms, with an id of its own, and asks for no automatic answer', async () => {
    expect(await mailer.send(MAIL)).toEqual({ kind: 'sent' });
    const mail = inbox.mails.at(-1);
    expect(mail?.to).toEqual(['maria@example.com']);
    expect(mail?.text.trim()).toBe(MAIL.text);
    expect(mail?.html.trim()).toBe(MAIL.html);
    expect(mail?.headers.get('message-id')).toBe('<mail-1@zwaluw.example>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('content-language')).toBe('nl');
  });

  it('takes no header from a name, a subject or an id', async () => {
    const evil = 'Hallo\r\nBcc: all@example.com\r\n\r\nWoorden\u2028Cc: all@example.com';
    expect(await mailer.send({ ...MAIL, subject: evil, id: 'a>\r\nBcc: x' })).toEqual({ kind: 'sent' });
    const mail = inbox.mails.at(-1);
    expect(mail?.to).toEqual(['maria@example.com']);
    expect([...(mail?.headers.keys() ?? [])]).not.toContain('bcc');
    expect([...(mail?.headers.keys() ?? [])]).not.toContain('cc');
    expect(mail?.headers.get('subject')).toContain('Hallo Bcc: all@example.com');
  });

  it.each([
    'a@example.com,b@example.com',
    'x <a@example.com>',
    'a@example.com\r\nBcc: b@example.com',
    'nobody',
  ])('goes to nobody where the address is none: %j', async (to) => {
    const before = inbox.mails.length;
    expect(await mailer.send({ ...MAIL, to })).toMatchObject({ kind: 'refused' });
    expect(inbox.mails).toHaveLength(before);
  });

  it('that is refused for good, or not now, says so without the address', async () => {
    inbox.refuseWith(550);
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'refused' });
    inbox.refuseWith(450);
    const later = await mailer.send(MAIL);
    expect(later).toMatchObject({ kind: 'later' });
    expect(JSON.stringify(later)).not.toContain('maria');
    inbox.refuseWith(null);
  });
});

describe('the settings of mail', () => {
  it('are both there or neither; without them nothing is sent', async () => {
    const company = { COMPANY_NAME: 'Zwaluw' };
    expect(createMailer(company).isOn).toBe(false);
    expect(await NO_MAIL.send(MAIL)).toMatchObject({ kind: 'refused' });
    expect(() => createMailer({ ...company, SMTP_URL: inbox.url })).toThrow(
      expect.objectContaining({ code: 'MAIL_SETTINGS_INCOMPLETE' }),
    );
    expect(() => createMailer({ ...company, SMTP_FROM: FROM })).toThrow(
      expect.objectContaining({ code: 'MAIL_SETTINGS_INCOMPLETE' }),
    );
  });
});
