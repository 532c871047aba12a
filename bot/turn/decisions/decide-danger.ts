import type { DangerKind, Decision, TurnState } from '../contracts.js';

type HandOver = Extract<Decision, { kind: 'hand-over' }>;

/** A person at once: with urgency where somebody or their money is in danger, before questions after a death. */
export function decideDanger(danger: DangerKind): HandOver {
  return danger === 'death'
    ? { kind: 'hand-over', reason: 'bereavement', priority: 'high' }
    : { kind: 'hand-over', reason: 'danger', priority: 'urgent' };
}

/** A person for somebody who told of danger before in this conversation, and asks for one again; null for all others. */
export function decideByDangerBefore({ toldDangers }: TurnState): HandOver | null {
  const pressing = toldDangers.find((danger) => danger !== 'death') ?? toldDangers[0];
  return pressing === undefined ? null : decideDanger(pressing);
}
