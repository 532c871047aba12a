import { channelErrors } from '../../errors.js';

/**
 * The sequence number a client has seen, from its watermark: the number of the last activity as a text. None, an empty
 * one and `-` mean the whole conversation, so that a page that was loaded again shows it (the official service replays
 * nothing then).
 * @throws BAD_ARGUMENT
 */
export function readWatermark(text: unknown): number {
  if (text === undefined || text === '' || text === '-') return 0;
  if (typeof text === 'string' && /^\d{1,12}$/.test(text)) return Number(text);
  throw channelErrors.BAD_ARGUMENT({ reason: '"watermark" must be one that this server gave' });
}
