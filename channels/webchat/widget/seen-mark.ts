import type { Line } from './transcript.js';

/** Remembers, over reloads, up to when the customer has seen the messages. */
export class SeenMark {
  readonly #key: string;
  readonly #store: Storage | null;
  #seenAt = '';

  constructor(base: string, store: Storage | null) {
    this.#key = `support-chat seen ${base}`;
    this.#store = store;
    this.#seenAt = store?.getItem(this.#key) ?? '';
  }

  /** Everything said so far has been seen. */
  mark(lines: readonly Line[]): void {
    const last = lines.filter((line) => line.kind === 'other').at(-1);
    if (last?.kind !== 'other' || last.at <= this.#seenAt) return;
    this.#seenAt = last.at;
    try {
      this.#store?.setItem(this.#key, last.at);
    } catch {
      // A full store costs only the number on the button.
    }
  }

  /** How many messages came since. */
  count(lines: readonly Line[]): number {
    return lines.filter((line) => line.kind === 'other' && line.at > this.#seenAt).length;
  }
}
