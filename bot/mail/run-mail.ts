import type { RunAlert } from '../contracts/mail/run-alert.js';
import type { MailContent } from './compose-mail.js';
import { htmlPage } from './html-page.js';
import { runMailWords } from './run-mail-words.js';
import { escapeHtml } from './write-tree.js';

/** More reasons than this are counted; the desk has them all. */
const MOST_REASONS = 5;
/** A reason with the names of ten questions is a page by itself. */
const LONGEST_REASON = 300;

/** The mail about a run that failed or was held back: what happened, why, and what to do. Pure. @param timeZone IANA name */
export function runMail(
  alert: RunAlert,
  { companyName, timeZone }: { readonly companyName: string; readonly timeZone: string },
): MailContent {
  const { kind, since, code, releaseName, reasons, language } = alert;
  const words = runMailWords(language);
  const subject = words.subject[kind](companyName);
  const at = new Date(since).toLocaleString(words.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const what = words.what[kind](at, releaseName === null ? '' : `, “${releaseName}”`);
  const first = reasons.slice(0, MOST_REASONS).map(({ text }) => cut(text));
  const more = reasons.length - first.length;
  const listed = more > 0 ? [...first, words.more(more)] : first;
  const said = code === null ? [what] : [what, words.code(code)];
  const after = [words.todo[kind], words.once];
  const list = listed.map((reason) => `- ${reason}`).join('\n');
  const paragraph = (sentence: string) => `<p>${escapeHtml(sentence)}</p>`;
  const items = listed.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('');
  return {
    subject,
    text: [...said, ...(list === '' ? [] : [`${words.reasons}\n${list}`]), ...after].join('\n\n'),
    html: htmlPage(
      language,
      subject,
      [
        ...said.map(paragraph),
        ...(list === '' ? [] : [paragraph(words.reasons), `<ul>${items}</ul>`]),
        ...after.map(paragraph),
      ].join('\n'),
    ),
  };
}

function cut(text: string): string {
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}
