import type { Request } from '../server/http.js';
import { deskErrors } from './errors.js';

/**
 * The conversation that an address names.
 * @throws DESK_CONVERSATION_UNKNOWN where it is too long to be one
 */
export function conversationIdIn(request: Request): string {
  const { id } = request.params;
  if (typeof id !== 'string' || id.length > 300) throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
  return id;
}

/** The id of anything else that an address names. Whatever does not look like one is that of nothing; its owner says so. */
export function idIn(request: Request): string {
  const { id } = request.params;
  return typeof id === 'string' ? id.slice(0, 100) : '';
}
