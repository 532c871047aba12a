import type { DeskEntry } from '../../../../bot/contracts/desk.js';

/** Whether the agent of a conversation has no connection with the desk. @param now the server's time in milliseconds */
export function isAway({ state, awayFrom }: Pick<DeskEntry, 'state' | 'awayFrom'>, now: number): boolean {
  return state === 'with-agent' && awayFrom !== null && Date.parse(awayFrom) <= now;
}
