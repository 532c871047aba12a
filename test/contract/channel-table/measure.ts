import type { Activity } from '../../../bot/contracts/activities.js';
import type { Reading } from '../../../bot/contracts/channels.js';
import type { TableChannel } from './table-channels.js';
import { BY_AGENT } from './table-messages.js';

/**
 * The cell, where what was measured holds what it says.
 * @throws where it does not: then the cell has to be worded anew
 */
export function holds(measured: string, part: string, cell: string): string {
  if (!measured.includes(part)) throw new Error(`"${cell}" is not true: no "${part}" in ${measured}`);
  return cell;
}

export function textOf(activities: readonly Activity[]): string {
  return activities.map(({ text = '' }) => text).join('\n');
}

/** Whether what was said can be shown anew in its place. */
export function canChange({ form, transport }: TableChannel): boolean {
  return form.isUpdatable === true && transport.update !== undefined;
}

/** Whether an activity leaves the program. */
export async function leaves(
  { transport, left, channelId }: TableChannel,
  activity: Activity,
): Promise<boolean> {
  const before = left.length;
  const facts = { speaker: BY_AGENT.speaker, customerWroteAt: null };
  await transport.send({ channelId, ...addressed(activity) }, facts);
  return left.length > before;
}

export function addressed(activity: Activity): Activity {
  return {
    serviceUrl: 'https://connector.example/',
    conversation: { id: 'c1' },
    from: { id: 'bot', name: 'Sanne' },
    recipient: { id: '7001' },
    ...activity,
  };
}

/** Kinds of the events that were read. */
export function eventsIn(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => (reading.kind === 'event' ? reading.event.kind : []));
}

/** How many files with an address were read. */
export function attachmentsIn(readings: readonly Reading[]): number {
  const files = readings.flatMap((reading) =>
    reading.kind === 'activity' ? (reading.activity.attachments ?? []) : [],
  );
  return files.filter(({ contentUrl }) => contentUrl !== undefined).length;
}
