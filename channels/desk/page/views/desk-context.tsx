import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { DeskActions } from '../create-desk-actions.js';
import type { DeskState } from '../state/state.js';
import type { ChannelWords } from '../words/channel-words.js';
import type { DeskWords } from '../words/word-list.js';
import { onSecond } from './second.js';

/** What every view has at hand. */
export interface AtHand {
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
  useEffect(() => onSecond(() => setNow(Date.now())), []);
  return now + clockOffsetMs;
}

/**
 * What is told of the time now, anew in the second in which it becomes another. For what stands in long lists, of which
 * most reads the same for a minute.
 *
 * @param tell from the server's time in milliseconds
 */
export function useTold<Told extends string | number | boolean>(tell: (now: number) => Told): Told {
  const { clockOffsetMs } = useDesk().state;
  const told = tell(Date.now() + clockOffsetMs);
  const shown = useRef({ tell, told, clockOffsetMs });
  shown.current = { tell, told, clockOffsetMs };
  const [, draw] = useState(0);
  useEffect(
    () =>
      onSecond(() => {
        const { current } = shown;
        if (current.tell(Date.now() + current.clockOffsetMs) !== current.told) draw((count) => count + 1);
      }),
    [],
  );
  return told;
}
