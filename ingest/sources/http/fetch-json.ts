import { isRecord } from '../../../index/platform/is-record.js';
import { ingestErrors } from '../../errors.js';
import { shownAddress } from './check-address.js';
import type { FetchOptions, GuardedFetch } from './contracts.js';

/** The status and the object of an answer in JSON; an empty object where the status alone is the answer. */
export interface JsonReply {
  readonly status: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Statuses by which a community says that it does not show something: not to us, not there, deleted. */
export const NOT_SHOWN: readonly number[] = [403, 404, 410];
/** The same where a request without a session, or with a token of too little, is answered with 401. */
export const HIDDEN: readonly number[] = [401, ...NOT_SHOWN];

/**
 * Fetches an answer that is an object in JSON.
 * @throws what the fetch throws; SOURCE_ANSWER_UNUSABLE for one that is no JSON, such as a page to sign in on
 */
export async function fetchJson(
  http: GuardedFetch,
  url: string,
  options: FetchOptions = {},
): Promise<JsonReply> {
  const headers = { accept: 'application/json', ...options.headers };
  const { status, bytes } = await http.fetch(url, { ...options, headers });
  if (status < 200 || status >= 300) return { status, value: {} };
  return { status, value: jsonOf(bytes, url) };
}

/**
 * The object in JSON that an answer is.
 * @throws SOURCE_ANSWER_UNUSABLE where it is none
 */
export function jsonOf(bytes: Buffer, url: string): JsonReply['value'] {
  const unusable = (reason: string) =>
    ingestErrors.SOURCE_ANSWER_UNUSABLE({ address: shownAddress(new URL(url)), reason });
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unusable(text.trimStart().startsWith('<') ? 'it is a web page, no JSON' : 'it is no JSON');
  }
  if (!isRecord(value)) throw unusable('it is JSON, but no object');
  return value;
}
