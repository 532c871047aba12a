import { BoundedMap } from '../../../index/platform/bounded-map.js';
import type { Clock } from '../../../index/platform/clock.js';
import type { DeskViewer, TypingNews, ViewersNews } from '../contracts.js';
import { eventText } from './event-text.js';

interface DeskSignsOptions {
  readonly clock: Clock;
  /** A page that did not say for so long what it shows, shows nothing. */
  readonly silentMs: number;
  /** Tells every open page an event. */
  readonly tell: (event: string) => void;
}

/** Who looks at which conversation and who types in it, for colleagues. Kept in memory alone, and no longer than it is so. */
export interface DeskSigns {
  /** A page of an agent shows a conversation now; null: none, or nobody sees the page. */
  looks(agent: DeskViewer, page: string, conversationId: string | null): void;
  /** An agent types in a conversation, a reply or a note. */
  types(agent: DeskViewer, conversationId: string): void;
  customerTypes(conversationId: string): void;
  /** A page of an agent was connected, or its connection ended: who has none looks at nothing. */
  opened(agentId: string): void;
  closed(agentId: string): void;
  /** Forgets pages that fell silent. */
  look(): void;
  /** Who looks at what now, as the event for a page that was told nothing yet; '' where nobody looks at anything. */
  everything(): string;
}

/** What one agent can make the server keep. */
const PAGES_PER_AGENT = 20;
/** Pages show a sign for six seconds; nobody need hear more of one agent in one conversation. */
const SOONEST_MS = 1_000;
const REMEMBERED = 1_000;

interface Shown {
  readonly viewer: DeskViewer;
  readonly conversationId: string;
  readonly heardAt: number;
}

export function createDeskSigns({ clock, silentMs, tell }: DeskSignsOptions): DeskSigns {
  /** By agent and page. */
  const shown = new Map<string, Map<string, Shown>>();
  const connections = new Map<string, number>();
  const typedAt = new BoundedMap<string, number>(REMEMBERED);

  function viewersOf(conversationId: string): DeskViewer[] {
    return [...shown.values()].flatMap((pages) => {
      const page = [...pages.values()].find((candidate) => candidate.conversationId === conversationId);
      return page ? [page.viewer] : [];
    });
  }

  function tellViewers(conversationIds: Iterable<string>, isAll = false): string {
    const conversations = [...conversationIds].map((conversationId) => ({
      conversationId,
      viewers: viewersOf(conversationId),
    }));
    return eventText('viewers', { isAll, conversations } satisfies ViewersNews);
  }

  /** Carries out a change of what an agent looks at, and tells of the conversations that gained or lost them by it. */
  function change(agentId: string, act: (pages: Map<string, Shown>) => void): void {
    const pages = shown.get(agentId) ?? new Map<string, Shown>();
    const before = conversationsIn(pages);
    act(pages);
    const after = conversationsIn(pages);
    if (pages.size === 0) shown.delete(agentId);
    else shown.set(agentId, pages);
    const changed = [
      ...[...before].filter((id) => !after.has(id)),
      ...[...after].filter((id) => !before.has(id)),
    ];
    if (changed.length > 0) tell(tellViewers(changed));
  }

  function tellTyping(news: TypingNews): void {
    tell(eventText('typing', news));
  }

  return {
    looks(viewer, page, conversationId) {
      change(viewer.agentId, (pages) => {
        pages.delete(page);
        if (conversationId === null) return;
        const [oldest] = pages.keys();
        if (pages.size >= PAGES_PER_AGENT && oldest !== undefined) pages.delete(oldest);
        pages.set(page, { viewer, conversationId, heardAt: clock.now().getTime() });
      });
    },
    types(by, conversationId) {
      const [key, now] = [JSON.stringify([by.agentId, conversationId]), clock.now().getTime()];
      const before = typedAt.get(key);
      if (before !== undefined && Math.abs(now - before) < SOONEST_MS) return;
      typedAt.set(key, now);
      tellTyping({ conversationId, by });
    },
    customerTypes: (conversationId) => tellTyping({ conversationId, by: 'customer' }),
    opened: (agentId) => void connections.set(agentId, (connections.get(agentId) ?? 0) + 1),
    closed(agentId) {
      const left = (connections.get(agentId) ?? 0) - 1;
      if (left > 0) return void connections.set(agentId, left);
      connections.delete(agentId);
      change(agentId, (pages) => pages.clear());
    },
    look() {
      const before = clock.now().getTime() - silentMs;
      for (const agentId of [...shown.keys()])
        change(agentId, (pages) => {
          for (const [page, { heardAt }] of pages) if (heardAt < before) pages.delete(page);
        });
    },
    everything() {
      const all = new Set([...shown.values()].flatMap((pages) => [...conversationsIn(pages)]));
      return all.size === 0 ? '' : tellViewers(all, true);
    },
  };
}

function conversationsIn(pages: ReadonlyMap<string, Shown>): Set<string> {
  return new Set([...pages.values()].map(({ conversationId }) => conversationId));
}
