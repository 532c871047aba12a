import type { Presence } from './presence.js';

/** Who is told of pages that come and go, and of each heartbeat. */
type PageWatcher = Pick<Presence, 'opened' | 'closed' | 'look'>;

/** Tells several watchers, in their order. */
export function watchPages(...watchers: readonly PageWatcher[]): PageWatcher {
  return {
    opened(agentId) {
      for (const watcher of watchers) watcher.opened(agentId);
    },
    closed(agentId) {
      for (const watcher of watchers) watcher.closed(agentId);
    },
    look() {
      for (const watcher of watchers) watcher.look();
    },
  };
}
