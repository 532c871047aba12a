/** Holds one state, changed by events only. */
export interface StateStore<State, Event> {
  get(): State;
  dispatch(event: Event): void;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Creates a store around a pure reducer. */
export function createStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  start: State,
): StateStore<State, Event> {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(event) {
      state = reduce(state, event);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
