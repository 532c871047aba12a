import type { DeskDifference, DeskNews, NumberedSnapshot, TypingNews, ViewersNews } from '../contracts.js';
import { applyDifference } from './state/apply-difference.js';
import { applyStandings } from './state/assignment-state.js';
import type { Connection } from './state/state.js';

export interface LiveChangesOptions {
  readonly onNews: (news: DeskNews) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onViewers: (news: ViewersNews) => void;
  readonly onTyping: (news: TypingNews) => void;
  /** The server asks whether this page is still there. */
  readonly onBeat: () => void;
  readonly onSignedOut: () => void;
}

/** Without a sign of life for this long the connection counts as lost; the server gives one every 10 s. */
const SILENCE_MS = 45_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

/**
 * Listens to live changes until stopped, connecting again by itself, sooner at first and slower later.
 *
 * The browser's own repeating is not relied on: it gives up for good on any answer but 200, such as that of a proxy
 * while the server restarts. Every connection begins with everything as it is, so nothing is missed.
 */
export function listenToChanges(options: LiveChangesOptions): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let isStopped = false;
  let known: Pick<NumberedSnapshot, 'sequence' | 'entries' | 'standings'> = {
    sequence: -1,
    entries: [],
    standings: [],
  };

  function connect(): void {
    clearTimeout(timer);
    source?.close();
    const opened = new EventSource('/desk/api/changes');
    source = opened;
    opened.addEventListener('everything', (event) => {
      tries = 0;
      options.onConnection('live');
      // Who looks follows, where anybody does.
      options.onViewers({ isAll: true, conversations: [] });
      take(JSON.parse(event.data) as NumberedSnapshot, []);
    });
    opened.addEventListener('difference', (event) => {
      const difference = JSON.parse(event.data) as DeskDifference;
      if (difference.sequence === known.sequence + 1) {
        const entries = applyDifference(known.entries, difference.entries);
        const standings = applyStandings(known.standings, difference.standings, difference.signedOut);
        take(Object.assign({}, difference, { entries, standings }), difference.changedIds);
      } else {
        options.onConnection('lost');
        connect();
      }
    });
    opened.addEventListener('viewers', (event) => options.onViewers(JSON.parse(event.data) as ViewersNews));
    opened.addEventListener('typing', (event) => options.onTyping(JSON.parse(event.data) as TypingNews));
    opened.addEventListener('beat', () => {
      watch();
      options.onBeat();
    });
    opened.addEventListener('signed-out', () => {
      stop();
      options.onSignedOut();
    });
    opened.addEventListener('error', lose);
    watch();
  }

  function take(snapshot: NumberedSnapshot, changedIds: readonly string[]): void {
    watch();
    known = snapshot;
    options.onNews(Object.assign({}, snapshot, { changedIds }));
  }

  function watch(): void {
    clearTimeout(timer);
    timer = setTimeout(lose, SILENCE_MS);
  }

  function lose(): void {
    if (isStopped) return;
    clearTimeout(timer);
    source?.close();
    options.onConnection('lost');
    timer = setTimeout(connect, Math.min(FIRST_RETRY_MS * 2 ** tries, LONGEST_RETRY_MS));
    tries += 1;
  }

  // A laptop that wakes up or finds its network again need not wait for the next try.
  function hurry(): void {
    if (!isStopped && source?.readyState !== EventSource.OPEN) connect();
  }

  function stop(): void {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
    window.removeEventListener('online', hurry);
    window.removeEventListener('offline', lose);
  }

  window.addEventListener('online', hurry);
  window.addEventListener('offline', lose);
  connect();
  return stop;
}
