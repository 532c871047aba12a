import type { ServerResponse } from 'node:http';
import { eventText } from './event-text.js';
import type { Telling } from './tellings.js';

/** Most bytes that may wait for one page. */
const UNREAD_LIMIT = 1_000_000;

/** The open response of one page, as a stream of events (HTML standard, §9.2). */
export interface PageStream {
  /**
   * Tells everything to a page that was told nothing yet, and to the others what changed since.
   * @returns whether the page reads; one that does not must not fill the memory, and connects again when it wakes up
   */
  tell(telling: Telling): boolean;
  /** Passes an event on to a page that was told everything; returns whether it reads. */
  pass(event: string): boolean;
  /** Says that the server is there; returns whether the page reads. */
  beat(): boolean;
  /** Says that its session has ended. */
  signOut(): void;
  close(): void;
}

/** Answers with a stream of events that has no end of its own. @param also the event that follows everything */
export function openPageStream(response: ServerResponse, also: () => string): PageStream {
  let hasBegun = false;
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    // Nothing else follows on this connection, so that it does not outlive the stream.
    Connection: 'close',
  });
  response.write('retry: 2000\n\n');

  function write(event: string): boolean {
    if (response.writableLength > UNREAD_LIMIT) return false;
    response.write(event);
    return true;
  }

  return {
    tell({ everything, difference }) {
      if (hasBegun) return difference === null || write(difference);
      hasBegun = true;
      return write(everything() + also());
    },
    pass: (event) => !hasBegun || write(event),
    beat: () => write(eventText('beat', {})),
    signOut() {
      write(eventText('signed-out', {}));
    },
    close() {
      response.end();
    },
  };
}
