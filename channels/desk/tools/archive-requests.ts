import { z } from 'zod';

const moment = z.iso.datetime({ error: 'is no time in ISO 8601' });

/** What is looked for (`ConversationSearch`); unknown fields are refused. */
export const searchRequest = z.strictObject({
  words: z.string().max(300, 'is longer than 300 characters'),
  channelId: z.string().max(100).optional(),
  language: z.enum(['nl', 'en']).optional(),
  from: moment.optional(),
  until: moment.optional(),
  agentId: z.string().max(100).optional(),
  labelId: z.string().max(100).optional(),
  isEnded: z.boolean().optional(),
  after: z.string().max(30).optional(),
});
