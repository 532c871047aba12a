import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf } from '../../../index/platform/errors.js';
import { messengerErrors } from '../errors.js';
import { type FirstQuestions, PROFILE_LIMITS } from './profile.js';

const list = z
  .array(z.string().trim().min(1).max(PROFILE_LIMITS.question))
  .max(PROFILE_LIMITS.questions)
  .default([]);
const questions = z.strictObject({ nl: list, en: list });

/**
 * Reads first questions from a file: `{"nl": ["…"], "en": ["…"]}`, at most 4 of at most 80 characters each.
 * @throws MESSENGER_QUESTIONS_INVALID
 */
export function readQuestions(path: string): FirstQuestions {
  try {
    return questions.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`).join('; ')
        : messageOf(error);
    throw messengerErrors.MESSENGER_QUESTIONS_INVALID({ path, reason }, error);
  }
}
