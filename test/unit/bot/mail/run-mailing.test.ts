import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunAlert } from '../../../../bot/contracts/mail/run-alert.js';
import { createMailer } from '../../../../bot/mail/mailer.js';
import { openSmtpInbox, type SmtpInbox } from '../../../support/smtp-inbox.js';
import { TestBot } from '../support/test-bot.js';

const SMTP_FROM = 'help@zwaluw.example';
const ALERT_EMAIL = 'content@zwaluw.example';
const FAILED: RunAlert = {
  ...{ kind: 'failed', since: '2026-03-02T01:30:00.000Z', code: 'SOURCE_UNREADABLE' },
  ...{ releaseName: null, reasons: [], language: 'nl' },
};
const HELD: RunAlert = {
  ...{ kind: 'held-back', since: '2026-03-02T01:30:00.000Z', code: null, releaseName: 'Quiet Heron' },
  reasons: [{ key: 'items-go forum', text: 'forum would lose 30 of its 80 items <b>' }],
  language: 'en',
};

let inbox: SmtpInbox;
let test: TestBot;
let alert: RunAlert | null;
beforeEach(async () => {
  inbox = await openSmtpInbox();
  alert = null;
  test = await open({ ALERT_EMAIL });
});
afterEach(async () => {
  await test.bot.stop();
  await inbox.close();
});

function open(settings: Record<string, string>): Promise<TestBot> {
  const mail = { SMTP_URL: inbox.url, SMTP_FROM, COMPANY_NAME: 'Zwaluw' };
  return TestBot.open({ settings: { ...mail, ...settings }, runAlert: () => alert, isStarted: false });
}

async function tonight(found: RunAlert | null): Promise<void> {
  alert = found;
  test.clock.forward({ days: 1 });
  await test.bot.runDueTimers();
}

describe('a mail about a run of ingest', () => {
  it('says what happened and what to do, with no word that anybody answers to', async () => {
    await tonight(FAILED);
    const [mail] = inbox.mails;
    expect(mail?.to).toEqual([ALERT_EMAIL]);
    expect(mail?.text).toContain('Het inlezen van de bronnen is mislukt (2 mrt 2026');
    expect(mail?.text).toContain('SOURCE_UNREADABLE');
    expect(mail?.text).toContain('Wat te doen: een beheerder kijkt in het logboek');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('content-language')).toBe('nl');
  });

  it('names the release that waits and why, in the language of reports', async () => {
    await tonight(HELD);
    const [mail] = inbox.mails;
    expect(mail?.text).toContain('“Quiet Heron”) and did not go live');
    expect(mail?.text).toContain('- forum would lose 30 of its 80 items');
    expect(mail?.html).toContain('items &lt;b&gt;');
    expect(mail?.headers.get('subject')).toContain('Zwaluw: a new version of the knowledge waits');
  });

  it('comes once, however many nights the cause is the same', async () => {
    await tonight(HELD);
    const others = [{ key: 'items-go forum', text: 'forum would lose 31 of its 80 items' }];
    await tonight({ ...HELD, releaseName: 'Loud Heron', since: '2026-03-03T01:30:00.000Z', reasons: others });
    await tonight(HELD);
    expect(inbox.mails).toHaveLength(1);
  });

  it.each([
    ['another error', { ...FAILED, code: 'INGEST_DISK_FULL' }],
    ['something else against a release', { ...HELD, reasons: [{ key: 'fewer-right', text: 'worse' }] }],
  ])('comes again for %s', async (_what, other) => {
    await tonight(other.kind === 'failed' ? FAILED : HELD);
    await tonight(other);
    expect(inbox.mails).toHaveLength(2);
    expect(test.rows('select id from run_mails')).toHaveLength(1);
  });

  it('comes again for the same cause where all was well in between', async () => {
    await tonight(FAILED);
    await tonight(null);
    await tonight(FAILED);
    expect(inbox.mails).toHaveLength(2);
  });

  it('is tried again while the server does not take it, as one mail with one id', async () => {
    inbox.refuseWith(450);
    await tonight(FAILED);
    expect(test.rows('select state, attempts from run_mails')).toEqual([{ state: 'queued', attempts: 1 }]);
    await test.bot.runDueTimers();
    inbox.refuseWith(null);
    expect(test.rows('select attempts from run_mails')).toEqual([{ attempts: 1 }]);
    test.clock.forward({ minutes: 2 });
    await test.bot.runDueTimers();
    await test.bot.runDueTimers();
    expect(inbox.mails).toHaveLength(1);
    expect(test.rows('select state, attempts from run_mails')).toEqual([{ state: 'sent', attempts: 2 }]);
  });

  it('is not sent any more where the cause is gone before it got through', async () => {
    inbox.refuseWith(450);
    await tonight(FAILED);
    inbox.refuseWith(null);
    await tonight(null);
    await tonight(null);
    expect(inbox.mails).toEqual([]);
    expect(test.rows('select state from run_mails')).toEqual([{ state: 'dropped' }]);
  });

  it('ends where the server refuses it for good', async () => {
    inbox.refuseWith(550);
    await tonight(FAILED);
    inbox.refuseWith(null);
    await tonight(FAILED);
    expect(inbox.mails).toEqual([]);
    expect(test.rows('select state from run_mails')).toEqual([{ state: 'failed' }]);
  });

  it('goes to nobody where no address is set, and keeps and logs none', async () => {
    const silent = await open({});
    alert = FAILED;
    await silent.bot.runDueTimers();
    expect([inbox.mails, silent.rows('select * from run_mails')]).toEqual([[], []]);
    await silent.bot.stop();
    await tonight(FAILED);
    expect(JSON.stringify(test.rows('select * from run_mails'))).not.toContain('@');
    expect(test.logLines.join('\n')).not.toContain(ALERT_EMAIL);
  });

  it('is refused at the start where there is no server to send it by', () => {
    expect(() => createMailer({ ALERT_EMAIL, COMPANY_NAME: 'Zwaluw' })).toThrow('SMTP_URL');
  });
});
