import type { ServerResponse } from 'node:http';

/** Lets the requests of a key begin one after the other. */
interface OneAtATime {
  /** Begins a request when the one before it of the same key has been answered, or has taken long enough. */
  enter(key: string, response: ServerResponse, begin: () => void): void;
}

/** @param longestMs after which the next one begins in any case: files arrive slowly, and some answers stay open */
export function createOneAtATime(longestMs: number): OneAtATime {
  const lines = new Map<string, (() => void)[]>();

  function next(key: string): void {
    const first = lines.get(key)?.shift();
    if (first) first();
    else lines.delete(key);
  }

  return {
    enter(key, response, begin) {
      const start = () => {
        let isOver = false;
        const end = () => {
          if (isOver) return;
          isOver = true;
          clearTimeout(timer);
          // Not at once: what others are at goes on in between.
          setImmediate(next, key);
        };
        const timer = setTimeout(end, longestMs);
        if (response.destroyed) return end();
        response.once('close', end);
        begin();
      };
      const line = lines.get(key);
      if (line) return void line.push(start);
      lines.set(key, []);
      start();
    },
  };
}
