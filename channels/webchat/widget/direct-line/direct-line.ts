import type { Activity } from '../../../../bot/contracts/activities.js';
import { backOffMs } from './back-off-ms.js';
import type { ActivitySet, ApiReply, Grant } from './direct-line-api.js';
import { KeptGrant } from './kept-grant.js';
import type { DirectLineOptions, LineState } from './line-options.js';
import { openSocket } from './open-socket.js';
import { isUnseen, type Wire } from './send-queue.js';
import type { StoredSession } from './session-store.js';
import { userOfToken } from './user-of-token.js';

const UNREACHABLE = 'unreachable';
const POLL_MS = 1500;
const SOCKET_OPENS_WITHIN_MS = 15_000;
const ECHO_COMES_WITHIN_MS = 8000;
// A proxy that lets no WebSocket through fails at once and always: then ask instead of listening.
const SOCKET_FAILURES_BEFORE_POLLING = 2;

/**
 * The customer's end of a Direct Line 3.0 conversation: starts or continues it, listens, reconnects with what was seen
 * last, renews the token and sends the queue whenever there is a connection.
 */
export class DirectLine implements Wire {
  readonly #options: DirectLineOptions;
  #state: LineState = 'idle';
  #isToldToWait = false;
  readonly #grant: KeptGrant;
  #watermark = '';
  #socket: WebSocket | null = null;
  #socketFailures = 0;
  #attempt = 0;
  #isConnecting = false;
  /** Counts ends: an answer behind one is of another conversation. */
  #ends = 0;
  #nextTimer: ReturnType<typeof setTimeout> | undefined;
  #echoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DirectLineOptions) {
    this.#options = options;
    this.#grant = new KeptGrant(options.api, options.sessions);
  }

  /** Connects; does nothing when that has begun already. */
  open(): void {
    if (this.#state !== 'idle') return;
    this.#become('connecting');
    void this.#connect();
  }

  /** Sends an activity now, or as soon as there is a connection. */
  send(activity: Activity, files: readonly File[] = []): void {
    this.#options.queue.add(activity, files);
    this.open();
    void this.flush();
  }

  /** Posts what nobody misses when it is lost, such as that the customer types: only where there is a connection, and once. */
  async signal(activity: Activity): Promise<void> {
    if (this.#state !== 'online') return;
    await this.#grant.use((grant) => {
      const from = { id: userOfToken(grant.token), role: 'user' };
      return this.#options.api.post(grant, { ...activity, from }, []);
    });
  }

  /** Asks for something below the conversation's path; null where there is no answer to go by. */
  async ask<Body>(method: string, tail: string, body?: object): Promise<Body | null> {
    const reply = await this.#grant.use((grant) => this.#options.api.ask<Body>(grant, method, tail, body));
    return reply.kind === 'ok' ? reply.body : null;
  }

  /** Sends what waits, if there is a connection. */
  async flush(): Promise<void> {
    const { queue } = this.#options;
    if (this.#state === 'offline') queue.suspend();
    if (this.#state !== 'online') return;
    await queue.flush(this);
    if (queue.entries.some((entry) => entry.state === 'waiting')) {
      if (this.#state === 'online') this.drop();
      return;
    }
    this.#attempt = 0;
    clearTimeout(this.#echoTimer);
    if (queue.entries.some(isUnseen)) {
      // Posted but not heard: the socket may be dead without knowing it.
      this.#echoTimer = setTimeout(() => {
        if (queue.entries.some(isUnseen)) this.drop();
      }, ECHO_COMES_WITHIN_MS);
    }
  }

  /** Tries to connect at once instead of waiting for the next attempt. */
  retryNow(): void {
    if (this.#state !== 'offline') return;
    clearTimeout(this.#nextTimer);
    void this.#connect();
  }

  /** The connection is known to be gone: lets go of it and tries again later. */
  drop(): void {
    if (this.#state === 'idle') return;
    this.#letGo();
    this.#retryLater();
  }

  /**
   * Leaves the conversation for another that this browser has had, or (null) for a new one.
   * @returns false without a connection: then it goes on
   */
  turnTo(session: StoredSession | null): boolean {
    if (this.#state !== 'online' || this.#isConnecting) return false;
    this.close();
    this.#grant.forget();
    this.#options.queue.forgetSent();
    this.#watermark = '';
    if (session) this.#options.sessions.write(session);
    this.open();
    return true;
  }

  /** Ends everything that runs; `open` begins anew. */
  close(): void {
    this.#ends += 1;
    this.#letGo();
    this.#grant.rest();
    this.#become('idle');
  }

  async post(activity: Activity, files: readonly File[]): Promise<ApiReply<unknown>> {
    const ends = this.#ends;
    const reply = await this.#grant.use((grant) => {
      const from = { id: userOfToken(grant.token), role: 'user' };
      return this.#options.api.post(grant, { ...activity, from }, files);
    });
    const isGone =
      reply.kind === 'full' || (reply.kind === 'refused' && (reply.status === 404 || reply.status === 401));
    // What became of the conversation that was left says nothing of this one.
    if (ends !== this.#ends) return isGone || reply.kind === 'forbidden' ? { kind: 'unreachable' } : reply;
    // What was to be said goes to the conversation that follows.
    if (isGone) this.#lose();
    if (isGone || reply.kind === 'unreachable' || reply.kind === 'forbidden') {
      this.drop();
      return { kind: 'unreachable' };
    }
    return reply;
  }

  async catchUp(): Promise<boolean> {
    const ends = this.#ends;
    // A long conversation comes in pages; the one without anything is behind the last.
    for (;;) {
      const before = this.#watermark;
      const reply = await this.#grant.use((grant) => this.#options.api.activities(grant, before));
      if (reply.kind !== 'ok' || ends !== this.#ends) return false;
      this.#take(reply.body);
      if (!reply.body.activities?.length || this.#watermark === before) return true;
    }
  }

  async #connect(): Promise<void> {
    if (this.#isConnecting) return;
    this.#isConnecting = true;
    const url = (await this.#continue()) ?? (await this.#begin());
    this.#isConnecting = false;
    if (this.#state === 'idle') return;
    if (url === UNREACHABLE) this.#retryLater();
    else if (this.#socketFailures >= SOCKET_FAILURES_BEFORE_POLLING) void this.#poll();
    else this.#listen(url);
  }

  /** Address of the stream of the conversation that the browser has had; null when there is none to continue. */
  async #continue(): Promise<string | null> {
    if (!this.#grant.resume()) return null;
    if (!(await this.#grant.isForCustomer())) {
      this.#lose();
      return null;
    }
    const reply = await this.#grant.use((grant) => this.#options.api.reconnect(grant, this.#watermark));
    if (reply.kind === 'unreachable') return UNREACHABLE;
    if (reply.kind === 'ok') return this.#accept(reply.body);
    this.#lose();
    return null;
  }

  async #begin(): Promise<string> {
    const { api, queue, language } = this.#options;
    const token = await api.token(null);
    if (token.kind !== 'ok') {
      void api.explainRefusal();
      return UNREACHABLE;
    }
    const start = await api.start(token.body.token, language);
    if (start.kind !== 'ok') return UNREACHABLE;
    if (start.status === 201) {
      // The bot greets whoever joins; once, because a conversation begins once.
      const channelData = { page: this.#options.page() };
      queue.add({ type: 'event', name: 'webchat/join', value: { language }, channelData }, [], true);
    }
    return this.#accept(start.body);
  }

  #accept(grant: Grant): string {
    this.#grant.accept(grant);
    return grant.streamUrl ?? '';
  }

  #lose(): void {
    this.#grant.forget();
    this.#options.queue.forgetSent();
    this.#watermark = '';
    this.#options.onLost();
  }

  #listen(url: string): void {
    let hasOpened = false;
    const socket = openSocket(url);
    if (!socket) {
      this.#countSocketFailure();
      return;
    }
    this.#socket = socket;
    const timer = setTimeout(() => socket.close(), SOCKET_OPENS_WITHIN_MS);
    socket.onopen = () => {
      clearTimeout(timer);
      hasOpened = true;
      this.#socketFailures = 0;
      this.#become('online');
      void this.flush();
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string' && event.data !== '')
        this.#take(JSON.parse(event.data) as ActivitySet);
    };
    socket.onclose = () => {
      clearTimeout(timer);
      if (this.#socket !== socket) return;
      this.#socket = null;
      if (hasOpened) this.#retryLater();
      else this.#countSocketFailure();
    };
  }

  #countSocketFailure(): void {
    this.#socketFailures += 1;
    // The server answered a moment ago: not called offline before polling was tried as well.
    if (this.#state === 'connecting') this.#schedule(() => this.#connect(), 0);
    else this.#retryLater();
  }

  async #poll(): Promise<void> {
    const ends = this.#ends;
    const isHeard = await this.catchUp();
    if (ends !== this.#ends) return;
    if (!isHeard) return this.#retryLater();
    this.#become('online');
    void this.flush();
    this.#schedule(() => this.#poll(), POLL_MS);
  }

  #take(set: ActivitySet): void {
    const userId = userOfToken(this.#grant.token);
    for (const activity of set.activities ?? []) this.#options.onActivity(activity, userId);
    if (set.watermark) this.#watermark = set.watermark;
  }

  #retryLater(): void {
    this.#become('offline');
    this.#schedule(() => this.#connect(), backOffMs(this.#attempt++, Math.random()));
  }

  /** What happens next; there is only one such thing. */
  #schedule(step: () => Promise<void>, delayMs: number): void {
    clearTimeout(this.#nextTimer);
    this.#nextTimer = setTimeout(() => void step(), delayMs);
  }

  #letGo(): void {
    clearTimeout(this.#nextTimer);
    clearTimeout(this.#echoTimer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #become(state: LineState): void {
    const isToldToWait = state === 'offline' && this.#options.api.isToldToWait;
    if (state === this.#state && isToldToWait === this.#isToldToWait) return;
    [this.#state, this.#isToldToWait] = [state, isToldToWait];
    if (state === 'offline') this.#options.queue.suspend();
    this.#options.onState(state, isToldToWait);
  }
}
