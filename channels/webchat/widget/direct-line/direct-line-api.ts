import type { Activity } from '../../../../bot/contracts/activities.js';
import { tellOperator } from '../tell-operator.js';

/** What the server grants for one conversation (protocol Direct Line 3.0, "Conversation"). */
export interface Grant {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly streamUrl?: string;
}

export interface ActivitySet {
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}

/** How a request ended; nothing here throws. */
export type ApiReply<Body> =
  | { readonly kind: 'ok'; readonly status: number; readonly body: Body }
  /** 409: the conversation takes no more; another one does. */
  | { readonly kind: 'full' }
  /** 403: the token has expired or is for another conversation. */
  | { readonly kind: 'forbidden' }
  /** Another 4xx, with the code of its error: asking again would give the same. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** No connection, no answer in time, 429 or a failure of the server: worth another attempt. */
  | { readonly kind: 'unreachable' };

const TIMEOUT_MS = 20_000;

/** The requests of Direct Line 3.0, and our own one for a token. Pass the base address of the server, without slash. */
export class DirectLineApi {
  readonly #base: string;
  readonly identity: () => string | null;
  #hasExplained = false;
  #isToldToWait = false;

  /** @param identity the website's signed word of who its customer is; null where it says nothing */
  constructor(base: string, identity: () => string | null = () => null) {
    this.#base = base;
    this.identity = identity;
  }

  /** Whether the server answered the last request, and that it is asked too much (429). */
  get isToldToWait(): boolean {
    return this.#isToldToWait;
  }

  /** A token for a new conversation, or, where the token of an earlier one is given, for that one again. */
  token(previous: string | null): Promise<ApiReply<Grant>> {
    const identity = this.identity();
    return this.#send('POST', '/api/webchat/token', null, {
      ...(previous && { token: previous }),
      ...(identity && { identity }),
    });
  }

  /**
   * Tells in the browser's console, once, that the server takes no pages of this website: browsers show whoever built it an
   * error of CORS, which names no setting.
   */
  async explainRefusal(): Promise<void> {
    if (this.#hasExplained) return;
    this.#hasExplained = true;
    try {
      const response = await fetch(`${this.#base}/api/webchat/origin`);
      if (response.status !== 403) return;
      const { error } = (await response.json()) as { readonly error: { readonly message: string } };
      tellOperator(error.message);
    } catch {
      // No connection, which the widget shows.
    }
  }

  refresh(token: string): Promise<ApiReply<Grant>> {
    return this.#send('POST', '/v3/directline/tokens/refresh', token);
  }

  start(token: string, locale: string): Promise<ApiReply<Grant>> {
    return this.#send('POST', '/v3/directline/conversations', token, { locale });
  }

  reconnect(grant: Grant, watermark: string): Promise<ApiReply<Grant>> {
    return this.#send('GET', `${path(grant)}?watermark=${encodeURIComponent(watermark)}`, grant.token);
  }

  activities(grant: Grant, watermark: string): Promise<ApiReply<ActivitySet>> {
    const query = encodeURIComponent(watermark);
    return this.#send('GET', `${path(grant)}/activities?watermark=${query}`, grant.token);
  }

  post(grant: Grant, activity: Activity, files: readonly File[]): Promise<ApiReply<{ readonly id: string }>> {
    if (files.length === 0) return this.#send('POST', `${path(grant)}/activities`, grant.token, activity);
    const form = new FormData();
    const attachments = files.map(({ name, type }) => ({ name, contentType: type }));
    const part = new Blob([JSON.stringify({ ...activity, attachments })], {
      type: 'application/vnd.microsoft.activity',
    });
    form.append('activity', part, 'blob');
    for (const file of files) form.append('file', file, file.name);
    return this.#send('POST', `${path(grant)}/upload`, grant.token, form);
  }

  /** Anything else of ours below the conversation's path. */
  ask<Body>(grant: Grant, method: string, tail: string, body?: object): Promise<ApiReply<Body>> {
    return this.#send(method, path(grant) + tail, grant.token, body);
  }

  async #send<Body>(
    method: string,
    address: string,
    token: string | null,
    body?: object,
  ): Promise<ApiReply<Body>> {
    const isForm = body instanceof FormData;
    const headers: Record<string, string> = {};
    if (token !== null) headers.Authorization = `Bearer ${token}`;
    if (body && !isForm) headers['Content-Type'] = 'application/json';
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), isForm ? TIMEOUT_MS * 6 : TIMEOUT_MS);
    try {
      const response = await fetch(this.#base + address, {
        method,
        headers,
        signal: stop.signal,
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      });
      this.#isToldToWait = response.status === 429;
      if (response.ok) {
        const text = await response.text();
        return { kind: 'ok', status: response.status, body: (text ? JSON.parse(text) : {}) as Body };
      }
      return failure(response.status, await codeOf(response));
    } catch {
      this.#isToldToWait = false;
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The code of an error (Direct Line 3.0, "ErrorResponse"); '' where the body tells none. */
async function codeOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { readonly error?: { readonly code?: unknown } };
    return typeof body.error?.code === 'string' ? body.error.code : '';
  } catch {
    return '';
  }
}

function failure(status: number, code: string): ApiReply<never> {
  if (status === 403) return { kind: 'forbidden' };
  if (status === 409) return { kind: 'full' };
  return status === 429 || status >= 500 ? { kind: 'unreachable' } : { kind: 'refused', status, code };
}

function path(grant: Grant): string {
  return `/v3/directline/conversations/${encodeURIComponent(grant.conversationId)}`;
}
