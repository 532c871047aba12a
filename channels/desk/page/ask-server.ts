import type { DeliveryProblem } from '../../../bot/contracts/channels.js';
import type { DeskMessage } from '../../../bot/contracts/desk.js';
import type { DeskProblem } from '../contracts.js';

/** Why a request brought nothing: `Unreachable` where no answer came, else the code of the server. */
export interface Failure {
  readonly code: string;
  readonly agentName: string | null;
  /** Why the channel would not take a reply. */
  readonly problem: DeliveryProblem | null;
  /** What came that the author of a reply had not seen; left out where that is not why. */
  readonly newer?: readonly DeskMessage[];
}

/** What came of a request; failures are values, because every caller has something to show for them. */
export type ApiResult<Value> =
  | { readonly isOk: true; readonly value: Value }
  | { readonly isOk: false; readonly failure: Failure };

/** Asks the desk's API: GET where no body is given, else POST. */
export type AskServer = <Value>(
  path: string,
  body?: unknown,
  more?: Pick<RequestInit, 'keepalive'>,
) => Promise<ApiResult<Value>>;

/** An answer that never comes counts as unreachable after this time. */
const PATIENCE_MS = 20_000;

/** @param fetch the browser's own */
export function createAskServer(fetch: typeof globalThis.fetch): AskServer {
  return async <Value>(
    path: string,
    body?: unknown,
    more: Pick<RequestInit, 'keepalive'> = {},
  ): Promise<ApiResult<Value>> => {
    const request: RequestInit =
      body === undefined
        ? { method: 'GET' }
        : {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Desk': '1' },
            body: JSON.stringify(body),
          };
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const response = await fetch(`/desk/api${path}`, {
        ...request,
        ...more,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: patience.signal,
      });
      const content: unknown = response.status === 204 ? null : await response.json();
      return response.ok ? { isOk: true, value: content as Value } : failed(content as DeskProblem);
    } catch {
      return failed({ error: { code: 'Unreachable', message: '' } });
    } finally {
      clearTimeout(timer);
    }
  };
}

function failed({ error }: DeskProblem): { isOk: false; failure: Failure } {
  return {
    isOk: false,
    failure: {
      code: error.code,
      agentName: error.agentName ?? null,
      problem: error.problem ?? null,
      ...(error.newer ? { newer: error.newer } : {}),
    },
  };
}
