import { z } from 'zod';
import type { GraphError } from './graph-reply.js';

const MOST_CHARACTERS = 200;

const errorBody = z.object({
  error: z.object({
    message: z.string().catch(''),
    code: z.number().nullable().catch(null),
    error_subcode: z.number().nullable().catch(null),
    is_transient: z.boolean().catch(false),
  }),
});

/**
 * Reads the error in an answer; pure.
 * @param body the parsed JSON, undefined where it was none
 */
export function readGraphError(status: number, body: unknown): GraphError {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) {
    return { status, code: null, subcode: null, isTransient: false, message: '' };
  }
  const { message, code, error_subcode: subcode, is_transient: isTransient } = parsed.data.error;
  return { status, code, subcode, isTransient, message: cleanMessage(message) };
}

/**
 * Leaves out of a message what it may quote: anything between quotation marks, addresses, ids and tokens (runs of 9
 * digits, or of 20 letters and digits); line breaks become spaces.
 */
function cleanMessage(message: string): string {
  return (
    message
      .slice(0, 10 * MOST_CHARACTERS)
      .replace(/\p{C}+/gu, ' ')
      .replace(/["“”'‘’`]/g, '"')
      // A quotation that is never closed counts to the end.
      .replace(/"[^"]*("|$)/g, '"…"')
      .replace(/\b(?:https?|wss?):\/\/\S+/gi, '…')
      .replace(/[\w.+-]+@[\w-]+\.\S+/g, '…')
      .replace(/\d{9,}|[\w|-]{20,}/g, (run) => (/^[a-z_]+$/.test(run) ? run : '…'))
      .slice(0, MOST_CHARACTERS)
      .trim()
  );
}
