import type { RedactAnswer } from '../desk/content/drafts.js';
import type { RedactQuestion } from '../verdicts/verdict-recorder.js';

/** What takes personal data out of what customers and agents said, before it is kept for more than their conversation. */
export interface Redaction {
  readonly redact: RedactQuestion;
  readonly redactAnswer: RedactAnswer;
}

/**
 * By what ingest finds. It is loaded with the first verdict or answer: what finds personal data takes memory that a start does not need.
 * @param publicContacts the company's own contacts, which stay
 */
export function createRedaction(publicContacts: readonly string[]): Redaction {
  return {
    async redact(question, language) {
      const { redactQuestion } = await import('../../ingest/learning/redact-question.js');
      return redactQuestion(question, language, publicContacts);
    },
    async redactAnswer(text, language, names) {
      const { redactAnswer } = await import('../../ingest/learning/redact-answer.js');
      return redactAnswer(text, language, publicContacts, names);
    },
  };
}
