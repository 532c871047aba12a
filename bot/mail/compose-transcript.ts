import type { SpokenLanguage } from '../contracts/messages.js';
import { htmlPage } from './html-page.js';
import { mailWords } from './mail-words.js';
import type { TranscriptLine } from './transcript-lines.js';
import { escapeHtml, indented, linkHtml, treeHtml, treeText } from './write-tree.js';

/** What a transcript is written with. */
export interface TranscriptFacts {
  readonly language: SpokenLanguage;
  readonly companyName: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Whether more was said before the first line. */
  readonly isCut: boolean;
}

/** A transcript as a whole page that loads nothing and can be printed; with `intro` a mail. Pure. */
export function transcriptHtml(
  lines: readonly TranscriptLine[],
  facts: TranscriptFacts,
  { intro, end }: { readonly intro: string; readonly end: string } = { intro: '', end: '' },
): string {
  const words = mailWords(facts.language);
  const time = timeFormat(facts);
  const title = words.transcriptTitle(facts.companyName);
  const said = lines.map((line) => {
    const head = `<strong>${escapeHtml(speakerOf(line, facts.language))}</strong> <time datetime="${escapeHtml(line.at)}">${escapeHtml(time(line.at))}</time>`;
    return `<article class="${line.from}"><p>${head}</p>\n${bodyHtml(line, facts.language)}</article>`;
  });
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    intro === '' ? '' : `<p>${escapeHtml(intro)}</p>`,
    facts.isCut ? `<p>${escapeHtml(words.earlierLeftOut)}</p>` : '',
    ...(said.length === 0 ? [`<p>${escapeHtml(words.nothingSaid)}</p>`] : said),
    `<p class="small">${escapeHtml([words.timesIn(facts.timeZone), end].join(' ').trim())}</p>`,
  ];
  return htmlPage(facts.language, title, body.filter((part) => part !== '').join('\n'));
}

/** The same as plain text. Pure. */
export function transcriptText(
  lines: readonly TranscriptLine[],
  facts: TranscriptFacts,
  { intro, end }: { readonly intro: string; readonly end: string },
): string {
  const words = mailWords(facts.language);
  const time = timeFormat(facts);
  const said = lines.map((line) => {
    const head = `${speakerOf(line, facts.language)}, ${time(line.at)}`;
    return `${head}\n${indented(bodyText(line, facts.language), '  ', '  ')}`;
  });
  return [
    words.transcriptTitle(facts.companyName),
    intro,
    facts.isCut ? words.earlierLeftOut : '',
    ...(said.length === 0 ? [words.nothingSaid] : said),
    [words.timesIn(facts.timeZone), end].join(' ').trim(),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function bodyHtml(line: TranscriptLine, language: SpokenLanguage): string {
  const words = mailWords(language);
  const tree = treeHtml(line.tree);
  const { source } = line;
  const parts = [
    line.intro === '' ? '' : `<p>${escapeHtml(line.intro)}</p>`,
    line.isQuote ? `<blockquote>${tree}</blockquote>` : tree,
    source === null
      ? ''
      : `<p class="small">${linkHtml(source.url ?? '', escapeHtml(sourceWords(source)))}</p>`,
    ...line.fileNames.map((name) => `<p>${escapeHtml(words.file(name))}</p>`),
    line.isTakenBack ? `<p>${escapeHtml(words.takenBack)}</p>` : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function bodyText(line: TranscriptLine, language: SpokenLanguage): string {
  const words = mailWords(language);
  const text = treeText(line.tree);
  const { source } = line;
  const parts = [
    line.intro,
    line.isQuote ? indented(text, '> ', '> ') : text,
    source === null ? '' : [sourceWords(source), source.url ?? ''].join('\n').trim(),
    ...line.fileNames.map(words.file),
    line.isTakenBack ? words.takenBack : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function sourceWords(source: NonNullable<TranscriptLine['source']>): string {
  const said = [`${source.question.trim()}`, source.line, source.licence ?? ''];
  return said.filter((part) => part !== '').join(' · ');
}

function speakerOf({ from, name }: TranscriptLine, language: SpokenLanguage): string {
  const words = mailWords(language);
  if (from === 'customer') return name === '' ? words.you : name;
  return from === 'agent' ? `${name} (${words.agent})` : name;
}

function timeFormat({ language, timeZone }: TranscriptFacts): (at: string) => string {
  const format = new Intl.DateTimeFormat(mailWords(language).locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return (at) => format.format(new Date(at));
}

/** A time zone that can be told times in; the second where the first is none. */
export function timeZoneOr(wanted: string | null, fallback: string): string {
  if (wanted === null || wanted === '' || wanted.length > 60) return fallback;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone;
  } catch {
    return fallback;
  }
}
