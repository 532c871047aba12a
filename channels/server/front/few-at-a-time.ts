import type { ServerResponse } from 'node:http';

/** Lets few requests of a key be dealt with at a time; the others wait in their order. */
interface FewAtATime {
  /**
   * Begins a request as soon as fewer than `most` of its key are under way. One that takes long, because its file arrives slowly
   * or its answer stays open, does not count any more after a moment.
   */
  enter(key: string, response: ServerResponse, most: number, begin: () => void): void;
}

interface Line {
  underWay: number;
  readonly waiting: { readonly most: number; readonly start: () => void }[];
}

/** @param longestMs how long a request counts at most */
export function createFewAtATime(longestMs: number): FewAtATime {
  const lines = new Map<string, Line>();

  function go(key: string, line: Line): void {
    for (let [first] = line.waiting; first && line.underWay < first.most; [first] = line.waiting) {
      line.waiting.shift();
      line.underWay += 1;
      first.start();
    }
    if (line.underWay === 0 && line.waiting.length === 0) lines.delete(key);
  }

  return {
    enter(key, response, most, begin) {
      const line = lines.get(key) ?? { underWay: 0, waiting: [] };
      lines.set(key, line);
      const start = () => {
        let isOver = false;
        const end = () => {
          if (isOver) return;
          isOver = true;
          clearTimeout(timer);
          // Not at once: what others are at goes on in between.
          setImmediate(() => {
            line.underWay -= 1;
            go(key, line);
          });
        };
        const timer = setTimeout(end, longestMs);
        if (response.destroyed) return end();
        response.once('close', end);
        begin();
      };
      line.waiting.push({ most, start });
      go(key, line);
    },
  };
}
