import { defineErrors } from '../index/platform/errors.js';

/** Errors of conversations, hand-offs and desk accounts. */
export const botErrors = defineErrors({
  INVITATION_INVALID: (_: Record<string, never>) =>
    'This invitation is unknown, was used already or has ended. Ask an administrator for a new one.',
  ACCOUNT_EXISTS: (facts: { email: string }) =>
    `There is an account for ${facts.email} already. Sign in with it, or use another e-mail address.`,
  PASSWORD_TOO_SHORT: (facts: { minimum: number; length: number }) =>
    `The password has ${facts.length} characters; at least ${facts.minimum} are needed. A sentence of a few words is easy to remember.`,
  HANDOFF_MOVE_ILLEGAL: (facts: { state: string; move: string }) =>
    `A hand-off that is "${facts.state}" cannot take the move "${facts.move}". See the table in bot/handoff/transitions.ts.`,
});
