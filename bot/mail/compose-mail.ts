import type { SpokenLanguage } from '../contracts/messages.js';
import { type TranscriptFacts, transcriptHtml, transcriptText } from './compose-transcript.js';
import { htmlPage } from './html-page.js';
import { mailWords } from './mail-words.js';
import type { TranscriptLine } from './transcript-lines.js';
import { escapeHtml, indented, linkHtml, treeHtml, treeText } from './write-tree.js';

/** What a mail says, in both forms. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail with the code that confirms an address. It repeats nothing that a stranger could have written. Pure. */
export function codeMail(
  code: string,
  { language, companyName, minutes }: { language: SpokenLanguage; companyName: string; minutes: number },
): MailContent {
  const words = mailWords(language);
  const subject = words.codeSubject(companyName);
  const after = [words.codeEnds(minutes), words.codeNotYours, words.noReplies];
  return {
    subject,
    text: [words.codeIs, code, ...after].join('\n\n'),
    html: htmlPage(
      language,
      subject,
      [`<p>${escapeHtml(words.codeIs)}</p>`, `<p class="code"><strong>${escapeHtml(code)}</strong></p>`]
        .concat(after.map((sentence) => `<p>${escapeHtml(sentence)}</p>`))
        .join('\n'),
    ),
  };
}

/** The mail with what was said. Pure. */
export function transcriptMail(lines: readonly TranscriptLine[], facts: TranscriptFacts): MailContent {
  const words = mailWords(facts.language);
  const frame = { intro: words.transcriptIntro, end: words.noReplies };
  return {
    subject: words.transcriptTitle(facts.companyName),
    text: transcriptText(lines, facts, frame),
    html: transcriptHtml(lines, facts, frame),
  };
}

/** The mail with what agents answered while the chat was closed. @param chatUrl page of the website with the chat. Pure. */
export function replyMail(
  lines: readonly TranscriptLine[],
  {
    language,
    companyName,
    chatUrl,
  }: { language: SpokenLanguage; companyName: string; chatUrl: string | null },
): MailContent {
  const words = mailWords(language);
  const subject = words.replySubject(companyName);
  const names = [...new Set(lines.map(({ name }) => name))].join(', ');
  const files = (line: TranscriptLine) => line.fileNames.map(words.file);
  const answers = lines.map((line) => [treeText(line.tree), ...files(line)].filter((part) => part !== ''));
  const link = chatUrl === null ? [] : [`${words.toChat}: ${chatUrl}`];
  return {
    subject,
    text: [
      words.replyIntro(names),
      ...answers.map((answer) => indented(answer.join('\n'), '> ', '> ')),
      words.replyHow,
      ...link,
      words.noReplies,
    ].join('\n\n'),
    html: htmlPage(
      language,
      subject,
      [
        `<p>${escapeHtml(words.replyIntro(names))}</p>`,
        ...lines.map(
          (line) =>
            `<article class="agent">${treeHtml(line.tree)}${files(line)
              .map((file) => `<p>${escapeHtml(file)}</p>`)
              .join('')}</article>`,
        ),
        `<p>${escapeHtml(words.replyHow)}</p>`,
        ...(chatUrl === null ? [] : [`<p>${linkHtml(chatUrl, escapeHtml(words.toChat))}</p>`]),
        `<p class="small">${escapeHtml(words.noReplies)}</p>`,
      ].join('\n'),
    ),
  };
}
