import type { ApiReply, DirectLineApi, Grant } from './direct-line-api.js';
import type { SessionStore } from './session-store.js';
import { isOfCustomer } from './user-of-token.js';

/**
 * The grant that the conversation runs on, kept in the browser for the next page. Renewed at half of its life, and
 * whenever the server calls it expired.
 */
export class KeptGrant {
  readonly #api: DirectLineApi;
  readonly #sessions: SessionStore;
  #grant: Grant | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: DirectLineApi, sessions: SessionStore) {
    this.#api = api;
    this.#sessions = sessions;
  }

  get token(): string {
    return this.#grant?.token ?? '';
  }

  /** Takes up the conversation of this page, or else that of an earlier one; false when there is none. */
  resume(): boolean {
    if (this.#grant) return true;
    const session = this.#sessions.read();
    if (session) this.#grant = { ...session, expires_in: (session.expiresAt - Date.now()) / 1000 };
    return session !== null;
  }

  accept(grant: Grant): void {
    this.#grant = grant;
    const lifeMs = grant.expires_in * 1000;
    const { conversationId, token } = grant;
    this.#sessions.write({ conversationId, token, expiresAt: Date.now() + lifeMs });
    this.rest();
    this.#timer = setTimeout(() => void this.#refresh(), lifeMs / 2);
  }

  forget(): void {
    this.rest();
    this.#grant = null;
    this.#sessions.clear();
  }

  /** Renews nothing until the next `accept`. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  /** Whether the conversation may go on for the customer whom the website names now: asks the server where that changed. */
  async isForCustomer(): Promise<boolean> {
    const { token = '' } = this.#grant ?? {};
    return isOfCustomer(token, this.#api.identity()) || (await this.#renew()) !== 'forbidden';
  }

  /** Asks with the token; once more with a new one where it has expired. `forbidden` when there is no new one. */
  async use<Body>(ask: (grant: Grant) => Promise<ApiReply<Body>>): Promise<ApiReply<Body>> {
    if (!this.#grant) return { kind: 'unreachable' };
    const reply = await ask(this.#grant);
    if (reply.kind !== 'forbidden') return reply;
    const renewed = await this.#renew();
    return renewed === 'renewed' && this.#grant
      ? ask(this.#grant)
      : renewed === 'unreachable'
        ? { kind: renewed }
        : reply;
  }

  async #refresh(): Promise<void> {
    const old = this.#grant;
    if (!old) return;
    const reply = await this.#api.refresh(old.token);
    // The customer went on in another conversation meanwhile.
    if (this.#grant !== old) return;
    if (reply.kind === 'ok') this.accept({ ...old, ...reply.body });
    else if (reply.kind === 'forbidden') await this.#renew();
  }

  /** Exchanges an expired token for one of the same conversation. */
  async #renew(): Promise<'renewed' | 'forbidden' | 'unreachable'> {
    const old = this.#grant;
    if (!old) return 'forbidden';
    const reply = await this.#api.token(old.token);
    if (reply.kind === 'unreachable' || this.#grant !== old) return 'unreachable';
    if (reply.kind !== 'ok' || reply.body.conversationId !== old.conversationId) return 'forbidden';
    this.accept({ ...old, ...reply.body });
    return 'renewed';
  }
}
