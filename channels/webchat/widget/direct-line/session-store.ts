/** What a page must know to continue a conversation after a reload. */
export interface StoredSession {
  readonly conversationId: string;
  readonly token: string;
  /** When the token expires, milliseconds since 1970. */
  readonly expiresAt: number;
}

// After a day without a visit the conversation is over for this browser: somebody else may sit there.
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Keeps the session of one server in the browser, until a day after its last use. Works without a store, for one page. */
export class SessionStore {
  readonly #key: string;
  readonly #store: Storage | null;
  #session: StoredSession | null = null;

  /** @param base address of the server, so that two widgets do not mix */
  constructor(base: string, store: Storage | null) {
    this.#key = `support-chat ${base}`;
    this.#store = store;
  }

  read(): StoredSession | null {
    try {
      const text = this.#store?.getItem(this.#key);
      if (!text) return this.#session;
      const kept = JSON.parse(text) as StoredSession & { readonly endsAt: number };
      return kept.endsAt > Date.now() && kept.token && kept.conversationId ? kept : null;
    } catch {
      return this.#session;
    }
  }

  write(session: StoredSession): void {
    this.#session = session;
    try {
      this.#store?.setItem(this.#key, JSON.stringify({ ...session, endsAt: Date.now() + KEPT_MS }));
    } catch {
      // A full or forbidden store costs only the reload.
    }
  }

  clear(): void {
    this.#session = null;
    try {
      this.#store?.removeItem(this.#key);
    } catch {
      // As above.
    }
  }
}
