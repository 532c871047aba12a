import { isCoded, messageOf } from '../../../index/platform/errors.js';
import { ingestErrors } from '../../errors.js';
import { checkAddress, shownAddress } from './check-address.js';
import type { FetchOptions, FetchReply, GuardedFetch, Patience } from './contracts.js';
import type { Resolver } from './guarded-lookup.js';
import { nextAttempt } from './next-attempt.js';
import { createSender } from './send-request.js';

export interface GuardedFetchOptions {
  /** Where may be read: `host`, or `host:port` where it is not the usual port. */
  readonly hosts: readonly string[];
  /** Of these, and of no others, the address may be a private one. */
  readonly intranetHosts: readonly string[];
  readonly requestsPerMinute: number;
  /** Web page or address that operators can write to; null for none. */
  readonly contact: string | null;
  readonly patience: Patience;
  /** Milliseconds that one attempt may take, from connecting to the last byte; a minute where left out. */
  readonly attemptMs?: number;
  /** How names are resolved; by the system where left out. */
  readonly resolve?: Resolver;
}

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const SECRET_HEADERS = /^(?:authorization|api-.*|cookie|.*token.*|.*key.*)$/i;

/**
 * The one way out to communities: http and https to the hosts that are set and no others, redirects included; never to a
 * private address, checked again when the connection is made; with limits for size and time, attempts again
 * where that can help, and a polite pause between two requests to one host.
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { hosts, intranetHosts, patience } = options;
  const gapMs = 60_000 / options.requestsPerMinute;
  const send = createSender(options);
  const checked = (location: string, from: URL | null) => checkAddress(location, from, hosts, intranetHosts);
  /** When a host may be asked next, by host. */
  const free = new Map<string, number>();

  return { fetch: fetchFollowing, holdOff };

  function holdOff(url: string, ms: number): void {
    const { host } = new URL(url);
    free.set(host, Math.max(free.get(host) ?? 0, patience.now().getTime() + ms));
  }

  async function fetchFollowing(url: string, request: FetchOptions = {}): Promise<FetchReply> {
    let target = checked(url, null);
    let headers = request.headers ?? {};
    for (let redirects = 0; ; redirects += 1) {
      const reply = await fetchPatiently(target, request, headers);
      const { location } = reply.headers;
      if (!REDIRECTS.has(reply.status) || location === undefined) return reply;
      if (redirects >= MOST_REDIRECTS || request.form) {
        const reason = request.form
          ? 'it leads a form elsewhere'
          : `it leads on more than ${MOST_REDIRECTS} times`;
        throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address: shownAddress(target), reason });
      }
      const next = checked(location, target);
      // What opens one host is nothing for another, nor for a line that can be listened in on.
      if (next.origin !== target.origin) headers = withoutSecrets(headers);
      target = next;
    }
  }

  async function fetchPatiently(
    url: URL,
    request: FetchOptions,
    headers: Readonly<Record<string, string>>,
  ): Promise<FetchReply> {
    for (let attempts = 1; ; attempts += 1) {
      await waitForTurn(url.host);
      const outcome = await send(url, request, headers).catch((error: unknown) => {
        if (isCoded(error)) throw error;
        return messageOf(error);
      });
      const reply = typeof outcome === 'string' ? null : outcome;
      if (reply && isFine(reply, request)) return reply;
      const status = reply?.status ?? null;
      const retryAfter = reply?.headers['retry-after'] ?? null;
      const wait = nextAttempt({ attempts, status, retryAfter }, patience.now());
      if (wait === null) throw failure(url, status, typeof outcome === 'string' ? outcome : '', attempts);
      await patience.wait(wait);
    }
  }

  async function waitForTurn(host: string): Promise<void> {
    const now = patience.now().getTime();
    const turn = Math.max(now, free.get(host) ?? 0);
    free.set(host, turn + gapMs);
    if (turn - now >= 1) await patience.wait(turn - now);
  }
}

function isFine({ status, headers }: FetchReply, { accepted = [] }: FetchOptions): boolean {
  const leadsOn = REDIRECTS.has(status) && headers.location !== undefined;
  return (status >= 200 && status < 300) || leadsOn || accepted.includes(status);
}

function failure(url: URL, status: number | null, reason: string, attempts: number) {
  const address = shownAddress(url);
  if (status === 401 || status === 403) {
    const advice = 'Check the key that is set for it, and what it may see.';
    return ingestErrors.SOURCE_ACCESS_DENIED({ address, status, advice });
  }
  if (status !== null && status < 500 && status !== 429 && status !== 408) {
    return ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason: `its status is ${status}` });
  }
  const tries = attempts === 1 ? '' : ` after ${attempts} attempts`;
  const what = status === null ? reason : `it answers with status ${status}`;
  return ingestErrors.SOURCE_UNREACHABLE({ address, reason: `${what}${tries}` });
}

function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !SECRET_HEADERS.test(name)));
}
