import { findBankAccounts } from './redaction/accounts/find-bank-accounts.js';
import { findCitizenNumbers } from './redaction/accounts/find-citizen-numbers.js';
import { findUsernames } from './redaction/accounts/find-usernames.js';
import { findAddresses } from './redaction/find-addresses.js';
import { findDevices } from './redaction/find-devices.js';
import { findDocuments } from './redaction/find-documents.js';
import { findEmails } from './redaction/find-emails.js';
import { findIbans } from './redaction/find-ibans.js';
import { findNumbers } from './redaction/find-numbers.js';
import { findPasswords } from './redaction/find-passwords.js';
import { findPhoneNumbers } from './redaction/find-phone-numbers.js';
import { findPublicContacts } from './redaction/find-public-contacts.js';
import type { Finder, Finding, PersonalKind } from './redaction/finding.js';
import { openKeptMarks } from './redaction/kept-marks.js';
import { labelFor } from './redaction/labels.js';
import { findNames } from './redaction/people/find-people.js';
import { readerView } from './redaction/reader-view.js';

interface Redaction {
  readonly text: string;
  /** What was replaced, in order. */
  readonly kinds: readonly PersonalKind[];
}

/** The first one names the kind where two find the same place. */
const FINDERS: readonly Finder[] = [
  findEmails,
  findIbans,
  findBankAccounts,
  findCitizenNumbers,
  findPhoneNumbers,
  findNumbers,
  findAddresses,
  findNames,
  findDocuments,
  findDevices,
  findPasswords,
  findUsernames,
];

/** What is looked for across a line break too: numbers long enough not to be two numbers of two lines. */
const ACROSS_LINES: readonly Finder[] = [
  findIbans,
  findPhoneNumbers,
  (text) => findNumbers(text).filter(({ kind }) => kind === 'longNumber'),
];

/**
 * Replaces personal data in Markdown or plain text by words such as "[telefoonnummer]", in the language of the text.
 *
 * It is looked for in the text as its reader sees it: entities decoded, digits of every script plain, tags, marks and
 * unseen signs left out. What is replaced is the same place in the text as it is written, whose formatting stays.
 * Links keep their address; one that carries an e-mail address, an account number or a phone number of a person goes.
 * @param publicContacts phone numbers, e-mail addresses and domains ("@example.com") of the company, which stay
 */
export function redact(text: string, language: string, publicContacts: readonly string[] = []): Redaction {
  const safe = dropPersonalLinks(text);
  const view = readerView(safe);
  const findings = merge(findPersonal(view.text, publicContacts));
  const keptMarks = openKeptMarks(safe, view.marks);
  let result = '';
  let done = 0;
  for (const { kind, start, end } of findings) {
    const from = view.starts[start] ?? done;
    const to = view.ends[end - 1] ?? from;
    const { before, after } = keptMarks(from, to);
    result += safe.slice(done, from) + before + labelFor(kind, language) + after;
    done = to;
  }
  return { text: result + safe.slice(done), kinds: findings.map(({ kind }) => kind) };
}

/** All findings in a text as it is seen, without those in links and those that are the company's own. */
function findPersonal(seen: string, publicContacts: readonly string[]): Finding[] {
  const links = [...seen.matchAll(LINK)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const contacts = findPublicContacts(seen, publicContacts);
  const found = FINDERS.flatMap((find) => find(seen));
  return [...found, ...findAcrossLines(seen, found)].filter(
    ({ start, end }) =>
      !links.some(([from, to]) => start < to && from < end) &&
      !contacts.some(([from, to]) => from <= start && end <= to),
  );
}

/** A line end between two groups of one number; the next point of a list is no group. */
const BROKEN_NUMBER = /(?<=[\dA-Z]) ?\n ?(?!\d{1,3}[.)] )(?=[\dA-Z])/g;

function findAcrossLines(seen: string, found: readonly Finding[]): Finding[] {
  const joined = seen.replace(BROKEN_NUMBER, (lineEnd) => ' '.repeat(lineEnd.length));
  if (joined === seen) return [];
  return ACROSS_LINES.flatMap((find) => find(joined)).filter(
    ({ start, end }) =>
      seen.slice(start, end).includes('\n') && !found.some((one) => one.start < end && start < one.end),
  );
}

const LINK = /https?:\/\/[^\s<>()[\]"]+/giu;
const MARKDOWN_LINK = /\[((?:[^[\]\\\n]|\\.){0,400})\]\((https?:\/\/[^\s()<>]+)\)/giu;
const MESSENGER_HOST = /^https?:\/\/(?:wa\.me|api\.whatsapp\.com|t\.me)\//i;

function dropPersonalLinks(text: string): string {
  return text
    .replace(MARKDOWN_LINK, (link, words: string, url: string) => (isPersonalLink(url) ? words : link))
    .replace(LINK, (url) => (isPersonalLink(url) ? '' : url));
}

function isPersonalLink(url: string): boolean {
  const readable = readerView(url.replaceAll(/%40/gi, '@').replaceAll(/%20|\+(?!\d)/gi, ' ')).text;
  const parts = readable.replace(/^https?:\/\/[^/?#]*/i, '').split(/[/?&#=]/);
  const hasMail = parts.some((part) => findEmails(part).length > 0 || findIbans(part).length > 0);
  return hasMail || (MESSENGER_HOST.test(readable) && /\d{8}/.test(readable));
}

/** Findings in order; those that overlap become one that covers both. */
function merge(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start);
  const merged: Finding[] = [];
  for (const finding of sorted) {
    const last = merged.at(-1);
    if (!last || finding.start >= last.end) merged.push(finding);
    else {
      const kind = rank(findings, last) <= rank(findings, finding) ? last.kind : finding.kind;
      merged[merged.length - 1] = { kind, start: last.start, end: Math.max(last.end, finding.end) };
    }
  }
  return merged;
}

/** Findings come in the order of the finders, so the earlier one is the more certain one. */
function rank(findings: readonly Finding[], finding: Finding): number {
  return findings.findIndex(({ kind }) => kind === finding.kind);
}
