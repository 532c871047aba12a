import { redact } from '../steps/redact.js';
import { cleanCharacters } from '../steps/text/clean-characters.js';
import { hideNames } from './hide-names.js';

/** Longest question kept, in characters. */
const LONGEST = 500;

/** Longest that is looked at; what is behind it is not kept in any case. */
const READ = 8_000;

/**
 * A customer's question as it may be kept: one line, no characters that nobody sees, personal data replaced by words.
 * It is cut after redaction: half a phone number would not be recognised.
 * @param publicContacts the company's own contacts, which stay
 */
export function redactQuestion(text: string, language: string, publicContacts: readonly string[]): string {
  const line = cleanCharacters(text.slice(0, READ)).replace(/\s+/g, ' ').trim();
  const redacted = hideNames(redact(line, language, publicContacts).text, language);
  return redacted.length <= LONGEST ? redacted : redacted.slice(0, LONGEST).replace(/\s+\S*$/, '');
}
