import type { StoredSession } from './direct-line/session-store.js';

/** A conversation that this browser has had. */
export interface PastSession extends StoredSession {
  /** When the customer first wrote in it, milliseconds since 1970. */
  readonly begunAt: number;
  /** When it is forgotten here. */
  readonly endsAt: number;
}

const MOST = 5;
/** As long as the server lets a browser return by default; where it has forgotten one before, that one goes at once. */
const KEPT_MS = 7 * 86_400_000;

/** The conversations of this browser with one server: by what they are opened again, and no words of them. */
export class PastSessions {
  readonly #key: string;
  readonly #store: Storage | null;

  constructor(base: string, store: Storage | null) {
    this.#key = `support-chat past ${base}`;
    this.#store = store;
  }

  /** The newest first. */
  list(): readonly PastSession[] {
    try {
      const kept = JSON.parse(this.#store?.getItem(this.#key) ?? '[]') as PastSession[];
      return kept.filter(({ endsAt }) => endsAt > Date.now()).slice(0, MOST);
    } catch {
      return [];
    }
  }

  /** Remembers a conversation in which the customer wrote. */
  keep({ conversationId, token, expiresAt }: StoredSession): void {
    const before = this.list();
    const known = before.find((past) => past.conversationId === conversationId);
    if (known?.token === token) return;
    const begunAt = known?.begunAt ?? Date.now();
    const past = { conversationId, token, expiresAt, begunAt, endsAt: Date.now() + KEPT_MS };
    this.#write([past, ...before.filter((other) => other !== known)]);
  }

  drop(conversationId: string): void {
    this.#write(this.list().filter((past) => past.conversationId !== conversationId));
  }

  clear(): void {
    this.#write([]);
  }

  #write(sessions: readonly PastSession[]): void {
    try {
      this.#store?.setItem(this.#key, JSON.stringify(sessions.slice(0, MOST)));
    } catch {
      // A full or forbidden store costs only the way back.
    }
  }
}
