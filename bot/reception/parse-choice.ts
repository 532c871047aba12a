import { z } from 'zod';
import { safelyParsed } from '../../index/platform/forms/safely-parsed.js';
import type { ChoiceValue, MessageRating } from '../contracts/messages.js';

const id = z.string().min(1).max(300);

const choiceSchema: z.ZodType<ChoiceValue> = z.discriminatedUnion('action', [
  z.object({ action: z.literal('pick-item'), turnId: id, itemId: id }),
  z.object({ action: z.literal('none-of-these'), turnId: id }),
  z.object({ action: z.literal('request-person') }),
  z.object({ action: z.literal('decline-person') }),
  z.object({ action: z.literal('cancel-request') }),
  z.object({ action: z.literal('end-conversation') }),
  z.object({ action: z.literal('start-anew') }),
  z.object({ action: z.literal('send-transcript') }),
  z.object({ action: z.literal('feedback'), turnId: id, isHelpful: z.boolean() }),
  z.object({ action: z.literal('score-handoff'), handoffId: id, score: z.number().int().min(1).max(5) }),
  z.object({ action: z.literal('comment-on-handoff'), handoffId: id }),
  z.object({ action: z.literal('stays-solved'), handoffId: id, isSolved: z.boolean() }),
]);

const ratingSchema: z.ZodType<MessageRating> = z.object({
  action: z.literal('rate-message'),
  activityId: id,
  isHelpful: z.boolean(),
});

/** Reads the `value` of an activity as a rating by the channel's own buttons, else null. */
export function parseRating(value: unknown): MessageRating | null {
  const result = safelyParsed(ratingSchema, value);
  return result.success ? result.data : null;
}

/** Reads the `value` of an activity, which anybody may have made up: a choice of ours, else null. */
export function parseChoice(value: unknown): ChoiceValue | null {
  const result = safelyParsed(choiceSchema, value);
  return result.success ? result.data : null;
}
