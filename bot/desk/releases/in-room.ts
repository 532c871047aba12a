import type { ReleaseOutcome } from '../../contracts/content/desk-releases.js';
import type { DeskAgent } from '../../contracts/desk.js';
import { mayChangeContent } from '../content/may-change-content.js';

/** Does something with the releases for an agent who may; says why not where they may not, or there are none. */
type InRoom<Room> = <Result>(
  agent: DeskAgent,
  act: (room: Room) => Promise<ReleaseOutcome<Result>> | ReleaseOutcome<Result>,
) => Promise<ReleaseOutcome<Result>>;

/** @param room of the releases; null where there are none */
export function createInRoom<Room>(room: Room | null): InRoom<Room> {
  return async (agent, act) => {
    if (!mayChangeContent(agent)) return { kind: 'not-allowed' };
    return room ? act(room) : { kind: 'not-ready' };
  };
}
