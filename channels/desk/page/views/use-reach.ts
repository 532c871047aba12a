import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import { type Reach, reachOf } from '../state/reach.js';
import { useNow } from './desk-context.js';

/** Whether somebody can write to the customer of an entry, by the server's clock, kept up to date. */
export function useReach(entry: DeskEntry): Reach {
  return reachOf(entry, useNow());
}
