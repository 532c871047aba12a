import { z } from 'zod';
import type { Activity } from '../../bot/contracts/activities.js';
import { safelyParsed } from '../../index/platform/forms/safely-parsed.js';
import { azureErrors } from './errors.js';

const id = z.string().min(1).max(2_000);

/** What is needed to take an activity and to answer it; the rest passes through, as the bot reads it with care. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .refine(isBase),
  conversation: z.looseObject({ id: id.refine((text) => !/^\.{1,2}$/.test(text)) }),
  from: z.looseObject({ id }),
  id: z.string().max(2_000).optional(),
});

/**
 * Reads the body of a call as an activity.
 * @throws AZURE_ACTIVITY_MALFORMED with the names of the fields that are missing or wrong
 */
export function readActivityBody(body: unknown): Activity {
  const result = safelyParsed(activitySchema, body);
  if (result.success) return body as Activity;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'the body');
  const reason = `${[...new Set(fields)].join(', ')} is missing or has the wrong form`;
  throw azureErrors.AZURE_ACTIVITY_MALFORMED({ reason });
}

/** Paths are put behind it; what swallowed them would have this server call an address of the caller's choice. */
function isBase(url: string): boolean {
  if (/[?#\\\s]/.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}
