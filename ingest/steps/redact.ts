import { findAddresses } from './redaction/find-addresses.js';
import { findEmails } from './redaction/find-emails.js';
import { findIbans } from './redaction/find-ibans.js';
import { findNames } from './redaction/find-names.js';
import { findNumbers } from './redaction/find-numbers.js';
import { findPhoneNumbers } from './redaction/find-phone-numbers.js';
import { findPublicContacts } from './redaction/find-public-contacts.js';
import type { Finder, Finding, PersonalKind } from './redaction/finding.js';
import { labelFor } from './redaction/labels.js';

export interface Redaction {
  readonly text: string;
  /** What was replaced, in order. */
  readonly kinds: readonly PersonalKind[];
}

/** The first one names the kind where two find the same place. */
const FINDERS: readonly Finder[] = [
  findEmails,
  findIbans,
  findPhoneNumbers,
  findNumbers,
  findAddresses,
  findNames,
];

/**
 * Replaces personal data in Markdown or plain text by words such as "[telefoonnummer]", in the language of the text.
 *
 * Links keep their address; one that carries an e-mail address, an account number or a phone number of a person goes.
 * @param publicContacts phone numbers, e-mail addresses and domains ("@example.com") of the company, which stay
 */
export function redact(text: string, language: string, publicContacts: readonly string[] = []): Redaction {
  const safe = dropPersonalLinks(text);
  const links = [...safe.matchAll(LINK)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const contacts = findPublicContacts(safe, publicContacts);
  const findings = FINDERS.flatMap((find) => find(safe)).filter(
    ({ start, end }) =>
      !links.some(([from, to]) => start < to && from < end) &&
      !contacts.some(([from, to]) => from <= start && end <= to),
  );
  const merged = merge(findings);
  let result = '';
  let done = 0;
  for (const { kind, start, end } of merged) {
    result += safe.slice(done, start) + labelFor(kind, language);
    done = end;
  }
  return { text: result + safe.slice(done), kinds: merged.map(({ kind }) => kind) };
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
  const readable = url.replaceAll(/%40/gi, '@').replaceAll(/%20|\+(?!\d)/gi, ' ');
  const parts = readable.replace(/^https?:\/\/[^/?#]*/i, '').split(/[/?&#=]/);
  const hasMail = parts.some((part) => findEmails(part).length > 0 || findIbans(part).length > 0);
  return hasMail || (MESSENGER_HOST.test(url) && /\d{8}/.test(url));
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
