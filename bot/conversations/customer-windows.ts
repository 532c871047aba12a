import { BoundedMap } from '../../index/platform/bounded-map.js';
import type { Clock } from '../../index/platform/clock.js';
import type { ChannelConversation, WindowState } from '../contracts/channels.js';

/** Whether customers have the chat open, as far as channels tell. Kept in memory: after a restart open windows tell anew. */
export interface CustomerWindows {
  /** A channel told of a window. */
  told(of: ChannelConversation, state: WindowState): void;
  /** Since when the customer is gone, ISO 8601 in UTC; null while they are there, and where nothing was told. */
  goneSince(of: ChannelConversation): string | null;
  /** Whether they had the chat open at a time, or after it. @param at ISO 8601 in UTC */
  wasOpenSince(of: ChannelConversation, at: string): boolean;
  /** Calls `listener` with conversations whose customer came, or is gone for good; returns how to stop listening. */
  onChange(listener: (of: ChannelConversation) => void): () => void;
  /** Tells of those who are gone for good by now; to be called again and again. */
  settle(): void;
}

interface Standing {
  readonly of: ChannelConversation;
  isOpen: boolean;
  /** When a window was open last, in milliseconds since 1970. */
  seenAt: number;
  /** Whether it was told that they are gone. */
  isTold: boolean;
}

/** A page that loads again, and a phone that changes its network, are back by then. */
const GONE_AFTER_MS = 30_000;
/** Who was there longest ago is forgotten first. */
const MOST_REMEMBERED = 20_000;

export function createCustomerWindows({ clock }: { readonly clock: Clock }): CustomerWindows {
  const standings = new BoundedMap<string, Standing>(MOST_REMEMBERED);
  /** Those whose window was closed, and of whom nothing was told yet. */
  const leaving = new Set<Standing>();
  const listeners = new Set<(of: ChannelConversation) => void>();
  const keyOf = ({ channelId, conversationId }: ChannelConversation) =>
    JSON.stringify([channelId, conversationId]);
  const isGone = ({ isOpen, seenAt }: Standing) => !isOpen && clock.now().getTime() - seenAt >= GONE_AFTER_MS;

  function tell(of: ChannelConversation): void {
    for (const listener of listeners) listener(of);
  }

  return {
    told(of, state) {
      const before = standings.get(keyOf(of));
      const isOpen = state === 'open' || (state === 'asked' && (before?.isOpen ?? false));
      const standing = before ?? { of, isOpen, seenAt: 0, isTold: false };
      const wasTold = standing.isTold;
      Object.assign(standing, { isOpen, seenAt: clock.now().getTime(), isTold: false });
      // Behind all others again.
      standings.delete(keyOf(of));
      standings.set(keyOf(of), standing);
      if (isOpen) leaving.delete(standing);
      else leaving.add(standing);
      if (wasTold) tell(of);
    },
    goneSince(of) {
      const standing = standings.get(keyOf(of));
      return standing && isGone(standing) ? new Date(standing.seenAt).toISOString() : null;
    },
    wasOpenSince(of, at) {
      const standing = standings.get(keyOf(of));
      return standing !== undefined && (standing.isOpen || standing.seenAt >= Date.parse(at));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settle() {
      for (const standing of leaving) {
        if (!isGone(standing)) continue;
        leaving.delete(standing);
        standing.isTold = true;
        tell(standing.of);
      }
    },
  };
}
