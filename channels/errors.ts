import { defineErrors } from '../index/platform/errors.js';

/**
 * Errors of the channels. What leaves the server is `{"error":{"code","message"}}` with the code in Pascal case
 * (TOKEN_EXPIRED → "TokenExpired"), the form and, where it has one, the word of Direct Line 3.0.
 */
export const channelErrors = defineErrors({
  PORT_UNUSABLE: (facts: { port: number; reason: string }) =>
    `Port ${facts.port} cannot be listened on (${facts.reason}). Stop the program that has it, or set PORT to a free one.`,
  SIGNING_KEY_UNUSABLE: (facts: { path: string; reason: string }) =>
    `The key that signs chat tokens, ${facts.path}, cannot be used: ${facts.reason}. Delete the file to get a new one (chats that are open then start anew), or set WEBCHAT_SIGNING_KEY.`,
  BAD_ARGUMENT: (facts: { reason: string }) => `The request cannot be read: ${facts.reason}.`,
  UNAUTHORIZED: (facts: { reason: string }) =>
    `${facts.reason}. Send "Authorization: Bearer <token>" with a token of POST /api/webchat/token.`,
  TOKEN_EXPIRED: (_: Record<string, never>) =>
    'The token has expired. Exchange it at POST /api/webchat/token for a new one of the same conversation.',
  TOKEN_INVALID: (facts: { reason: string }) =>
    `The token was not made by this server (${facts.reason}). Ask for one at POST /api/webchat/token.`,
  SECRET_INVALID: (_: Record<string, never>) =>
    'Only the secret of WEBCHAT_SECRET may generate tokens here; browsers use POST /api/webchat/token.',
  ORIGIN_NOT_ALLOWED: (facts: { origin: string }) =>
    `Pages of ${facts.origin} may not use this chat. Add the origin to WEBCHAT_ORIGINS.`,
  CONVERSATION_NOT_YOURS: (_: Record<string, never>) => 'The token belongs to another conversation.',
  CONVERSATION_UNKNOWN: (facts: { conversationId: string }) =>
    `There is no conversation "${facts.conversationId}": it was never started, or its time to be kept is over.`,
  NOT_FOUND: (_: Record<string, never>) => 'There is nothing at this address.',
  BODY_TOO_LARGE: (facts: { limit: string }) => `The request is too large; at most ${facts.limit} are taken.`,
  MESSAGE_TOO_LONG: (facts: { length: number; limit: number }) =>
    `The text has ${facts.length} characters; at most ${facts.limit} are taken. Send it in parts.`,
  ACTIVITY_TOO_LARGE: (facts: { bytes: number; limit: number }) =>
    `What the activity holds beside its text has ${facts.bytes} bytes; at most ${facts.limit} are taken. Leave out what nobody reads, and send files by the upload call.`,
  FILE_REFUSED: (facts: { reason: string }) =>
    `The file cannot be taken: ${facts.reason}. Pictures (PNG, JPEG, GIF, WebP), PDF and plain text are.`,
  STORAGE_SHORT: (_: Record<string, never>) =>
    'Files cannot be taken now, because there is little room left to keep them. Words still arrive.',
  UPLOADS_USED_UP: (facts: { of: string; megabytes: number; setting: string }) =>
    `This ${facts.of} has sent as many files as are taken: ${facts.megabytes} MB. Words still arrive. The limit is ${facts.setting}.`,
  REQUEST_TOO_SLOW: (facts: { seconds: number }) =>
    `The request did not arrive within ${facts.seconds} seconds. Send it again.`,
  SIGNATURE_WRONG: (_: Record<string, never>) =>
    'The call is not signed with the secret that is set for this source, or it was signed too long ago.',
  HOOKS_FULL: (_: Record<string, never>) =>
    'Too many threads wait to be read again. Call again after the next run of ingest.',
  OPERATOR_UNKNOWN: (_: Record<string, never>) =>
    'Figures are for who runs this server. Send "Authorization: Bearer TOKEN" with the token of OPERATIONS_TOKEN.',
  OPEN_FILES_FEW: (facts: { limit: number; wanted: number }) =>
    `The system lets this program open ${facts.limit} files; ${facts.wanted} are little for a server. Raise it before the start: "ulimit -n 65536", or LimitNOFILE=65536 for systemd.`,
  OPEN_FILES_SHORT: (facts: { open: number; limit: number }) =>
    `${facts.open} of the ${facts.limit} files are open that the system allows this program; what comes next may be refused. Raise the limit ("ulimit -n 65536", or LimitNOFILE=65536 for systemd) and start the program again, or lower SERVER_CONNECTIONS.`,
  TOO_MANY_READS: (_: Record<string, never>) =>
    'Too many readings of conversations wait for their turn. Try again in a second.',
  TOO_MANY_REQUESTS: (facts: { limit: number }) =>
    `More than ${facts.limit} requests came within a minute. Wait a minute.`,
  ADDRESS_OVER_SHARE: (facts: { perSecond: number; seconds: number }) =>
    `Your network address asks for more than its share, ${facts.perSecond} requests a second over time. Wait ${facts.seconds} seconds.`,
  SERVICE_STOPPING: (_: Record<string, never>) => 'The server is stopping. Try again in a moment.',
  SERVICE_ERROR: (facts: { requestId: string }) =>
    `Something went wrong here. Try again; if it stays, report request ${facts.requestId}.`,
});

/** HTTP status of each error that may leave the server. Codes that are not listed become a SERVICE_ERROR. */
export const channelStatuses: Readonly<Record<string, number>> = {
  BAD_ARGUMENT: 400,
  UNAUTHORIZED: 401,
  OPERATOR_UNKNOWN: 401,
  // Direct Line clients recover from 403 only; a 401 ends them.
  TOKEN_EXPIRED: 403,
  TOKEN_INVALID: 403,
  SECRET_INVALID: 403,
  ORIGIN_NOT_ALLOWED: 403,
  CONVERSATION_NOT_YOURS: 403,
  CONVERSATION_UNKNOWN: 404,
  NOT_FOUND: 404,
  SIGNATURE_WRONG: 401,
  HOOKS_FULL: 503,
  REQUEST_TOO_SLOW: 408,
  BODY_TOO_LARGE: 413,
  MESSAGE_TOO_LONG: 413,
  ACTIVITY_TOO_LARGE: 413,
  UPLOADS_USED_UP: 413,
  // A 4xx, because clients send again what a 5xx refused.
  STORAGE_SHORT: 413,
  FILE_REFUSED: 415,
  TOO_MANY_READS: 429,
  TOO_MANY_REQUESTS: 429,
  ADDRESS_OVER_SHARE: 429,
  SERVICE_ERROR: 500,
  SERVICE_STOPPING: 503,
};
