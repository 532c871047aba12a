import { z } from 'zod';
import { safelyParsed } from '../../index/platform/forms/safely-parsed.js';
import { channelErrors } from '../errors.js';
import { DESK_ROLES, DRAFT_LIMIT, REPLY_FILES, REPLY_LIMIT } from './limits.js';

const email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));
const token = z.string().min(1, 'is needed').max(500);

/** The accounts say how long it must be. */
const newPassword = z.string().max(1000);

/** Of an authenticator app, or a recovery code as it was shown. */
export const secondFactorCode = z.string().trim().min(1, 'is needed').max(60);

/** The password that somebody has. */
export const ownPassword = z.string().min(1, 'is needed').max(1000);

/** Chosen by the page for each thing that is said, so that sending it again after a lost answer says it once. */
export const onceKey = z
  .string()
  .min(8, 'is shorter than 8 characters')
  .max(100, 'is longer than 100 characters')
  .regex(/^[\w-]*$/, 'has other characters than letters, digits, "-" and "_"');

/** Words that somebody types, without the space around them. @param most characters */
export function typedText(most: number) {
  return z.string().trim().min(1, 'is empty').max(most, `is longer than ${most} characters`);
}

/** How a conversation is left. */
export const ending = z.enum(['close', 'give-back']);

/** The bodies that the API takes. Unknown fields are refused, so that a mistake is not overlooked. */
export const requests = {
  signIn: z.strictObject({ email, password: ownPassword, code: secondFactorCode.optional() }),
  nothing: z.strictObject({}),
  reply: z
    .strictObject({
      text: z.string().trim().max(REPLY_LIMIT, `is longer than ${REPLY_LIMIT} characters`),
      key: onceKey,
      /** The newest message on the page; a page that was opened before an upgrade does not tell it. */
      seenId: z.string().min(1, 'is empty').max(300, 'is longer than 300 characters').optional(),
      // Left with it: both are done, or neither.
      ending: ending.optional(),
      /** Files that were chosen for it; with them it needs no words. */
      files: z
        .array(z.string().regex(/^[\w-]{24}$/, 'is no id of a file'))
        .max(REPLY_FILES, `are more than ${REPLY_FILES}`)
        .optional(),
    })
    .refine(({ text, files = [] }) => text !== '' || files.length > 0, { path: ['text'], error: 'is empty' }),
  draft: z.strictObject({
    text: z.string().max(DRAFT_LIMIT, `is longer than ${DRAFT_LIMIT} characters`),
  }),
  /** Who has the conversation as far as the page knows. */
  takeOver: z.strictObject({ from: z.string().min(1, 'is needed').max(300) }),
  status: z.strictObject({ status: z.enum(['available', 'away']) }),
  verdict: z.strictObject({ isRight: z.boolean() }),
  invite: z.strictObject({ role: z.enum(DESK_ROLES) }),
  /** Of a one-time link. */
  link: z.strictObject({ token }),
  accept: z.strictObject({
    token,
    name: z.string().trim().min(1, 'is needed').max(80),
    email,
    password: newPassword,
  }),
  useReset: z.strictObject({ token, password: newPassword, code: secondFactorCode.optional() }),
};

/**
 * Reads a request's body.
 * @throws BAD_ARGUMENT with every complaint; values are not repeated, because they may be secret
 */
export function readRequest<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const result = safelyParsed(schema, body ?? {});
  if (result.success) return result.data;
  const reason = result.error.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': '))
    .join('; ');
  throw channelErrors.BAD_ARGUMENT({ reason });
}
