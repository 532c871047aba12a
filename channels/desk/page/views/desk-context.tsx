import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { DeskActions } from '../create-desk-actions.js';
import type { DeskState } from '../state/state.js';
import type { ChannelWords } from '../words/channel-words.js';
import type { DeskWords } from '../words/word-list.js';

/** What every view has at hand. */
interface AtHand {
  readonly state: DeskState;
  readonly actions: DeskActions;
  readonly words: DeskWords;
  readonly channels: ChannelWords;
}

export const DeskContext = createContext<AtHand | null>(null);

/** The state, the actions and the words; only inside `App`, which is everywhere. */
export function useDesk(): AtHand {
  return useContext(DeskContext) as AtHand;
}

/** The server's time in milliseconds, anew every second. */
export function useNow(): number {
  const { clockOffsetMs } = useDesk().state;
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + clockOffsetMs;
}
