import { createHmac } from 'node:crypto';
import { readConnectionFailure } from '../../../index/platform/connection-failure.js';
import type { GraphReply } from './graph-reply.js';
import { readGraphUsage } from './graph-usage.js';
import { readBody } from './read-body.js';
import { readGraphError } from './read-graph-error.js';

const TIMEOUT_MS = 10_000;

/** What opens the Graph API. */
export interface GraphAccess {
  /** `https://graph.facebook.com` */
  readonly graphUrl: string;
  /** `v26.0` */
  readonly graphVersion: string;
  readonly pageAccessToken: string;
  readonly appSecret: string;
}

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the version, without a slash before it: `me/messages`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** In place of `body`, where bytes are sent. */
  readonly form?: FormData;
  readonly timeoutMs?: number;
}

/** Makes one call; never rejects, never tries again. */
export type GraphClient = (call: GraphCall) => Promise<GraphReply>;

/**
 * The one place that calls the Graph API.
 *
 * The token travels in a header, never in an address, which servers in between log. Every call carries
 * `appsecret_proof`, the HMAC-SHA256 of the token by the app's secret in hex, so that a stolen token is worth nothing
 * where the app demands the proof. Redirects are not followed: the token is for one host.
 * @param fetch what to call with, the global one where not given
 */
export function createGraphClient(access: GraphAccess, fetch = globalThis.fetch): GraphClient {
  const { graphUrl, graphVersion, pageAccessToken, appSecret } = access;
  const root = `${graphUrl.replace(/\/+$/, '')}/${graphVersion}`;
  const proof = createHmac('sha256', appSecret).update(pageAccessToken).digest('hex');
  return async ({ method, path, query = {}, body, form, timeoutMs = TIMEOUT_MS }) => {
    const url = `${root}/${path}?${new URLSearchParams({ ...query, appsecret_proof: proof })}`;
    try {
      const response = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${pageAccessToken}`,
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(form ? { body: form } : body ? { body: JSON.stringify(body) } : {}),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await replyOf(response);
    } catch (error) {
      const { isBeforeSending, code } = readConnectionFailure(error);
      return isBeforeSending
        ? { kind: 'unreachable', reason: `The Graph API could not be reached (${code})` }
        : { kind: 'unanswered', reason: `The Graph API gave no answer (${code})` };
    }
  };
}

async function replyOf(response: Response): Promise<GraphReply> {
  const usage = readGraphUsage(response.headers);
  const body = await readBody(response);
  if (!response.ok) return { kind: 'refused', error: readGraphError(response.status, body), usage };
  if (body === undefined) {
    return { kind: 'unanswered', reason: `The answer of HTTP ${response.status} could not be read` };
  }
  return { kind: 'answered', body, usage };
}
