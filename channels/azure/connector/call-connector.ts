import { readConnectionFailure } from '../../../index/platform/connection-failure.js';
import type { ConnectorMethod, ConnectorReply } from './contracts.js';

/** One call to the Bot Connector service ("Bot Connector REST API", Conversations). */
export interface ConnectorCall {
  readonly method: ConnectorMethod;
  readonly url: string;
  /** Access token, and whether it was not used before; null without an identity. */
  readonly access: { readonly token: string; readonly isNew: boolean } | null;
  /** Undefined for none. */
  readonly body: unknown;
  /** For the whole call, its answer read. */
  readonly timeoutMs: number;
}

/** Longest answer that is read, in characters; errors and ids are far shorter. */
const LONGEST_ANSWER = 10_000;

/**
 * Makes the call once, without trying again or following redirects, so that the outbox decides and a token goes nowhere
 * else. Never throws.
 */
export async function callConnector(call: ConnectorCall): Promise<ConnectorReply> {
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Microsoft-BotFramework/3.1',
        ...(call.access === null ? {} : { Authorization: `Bearer ${call.access.token}` }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    if (response.ok) return { kind: 'taken', id: await readId(response) };
    const body = readBody((await response.text()).slice(0, LONGEST_ANSWER));
    const isTokenNew = call.access?.isNew ?? false;
    return {
      kind: 'answered',
      status: response.status,
      body,
      isTokenNew,
      retryAfterMs: readRetryAfter(response),
    };
  } catch (error) {
    const { isBeforeSending, code } = readConnectionFailure(error);
    return { kind: isBeforeSending ? 'not-reached' : 'no-answer', reason: code };
  }
}

/** The channel has the message; an answer that cannot be read only means that its id is not known. */
async function readId(response: Response): Promise<string | null> {
  try {
    const { id } = Object(await response.json()) as { id?: unknown };
    return typeof id === 'string' && id !== '' ? id : null;
  } catch {
    return null;
  }
}

function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The header Retry-After (RFC 9110, 10.2.3), seconds or a date, in milliseconds. */
function readRetryAfter(response: Response): number | null {
  const text = response.headers.get('Retry-After') ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
