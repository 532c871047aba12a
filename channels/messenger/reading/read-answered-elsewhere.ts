import type { Reading } from '../../../bot/contracts/channels.js';
import type { EventScene } from './event-scene.js';

/** Name of the door, as `Transport.door` has it. */
const DOOR = 'messenger';

/** The event that a person of the company, or another app, answers the customer of an event. */
export function readAnsweredElsewhere(
  { of, customerId, pageId, inboxName, at }: EventScene,
  said: {
    readonly activityId: string | null;
    readonly text: string | null;
    readonly isAutomatic?: boolean;
  },
): Reading {
  return {
    kind: 'event',
    event: {
      kind: 'answered-elsewhere',
      of,
      door: DOOR,
      place: inboxName,
      at,
      from: { id: customerId, role: 'user' },
      recipient: { id: pageId },
      ...said,
    },
  };
}
