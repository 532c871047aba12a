import type { Redaction } from '../redaction.js';
import type { HideInQuestion } from './collect-questions.js';

/** By the redaction that what is learned goes through, with the customer's own name before it, wherever it stands. */
export function hideInQuestion({ redact, redactAnswer }: Redaction): HideInQuestion {
  return async (text, language, names) => redact(await redactAnswer(text, language, names), language);
}
