import type { DeskEntry } from '../../../../bot/contracts/desk.js';

/** How the id of an agent begins who is no agent of this desk: somebody who answers in a channel's own inbox. */
const ELSEWHERE = 'elsewhere:';

/** Where a conversation is answered outside of this desk, such as "Meta Business Suite"; null when it is not. */
export function placeElsewhere({
  state,
  agentId,
  agentName,
}: Pick<DeskEntry, 'state' | 'agentId' | 'agentName'>): string | null {
  if (state !== 'with-agent' || !agentId?.startsWith(ELSEWHERE)) return null;
  return agentName ?? agentId.slice(ELSEWHERE.length);
}
