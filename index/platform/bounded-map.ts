/** A map of the newest keys: one more than it holds, and the one that came first is forgotten. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: Key, value: Value): this {
    super.set(key, value);
    const oldest = this.keys().next();
    if (this.size > this.#most && !oldest.done) this.delete(oldest.value);
    return this;
  }
}

/** The newest keys alone. */
interface BoundedSet<Key> {
  add(key: Key): void;
  has(key: Key): boolean;
}

/** @param most how many it remembers */
export function createBoundedSet<Key>(most: number): BoundedSet<Key> {
  const keys = new BoundedMap<Key, true>(most);
  return { add: (key) => void keys.set(key, true), has: (key) => keys.has(key) };
}
