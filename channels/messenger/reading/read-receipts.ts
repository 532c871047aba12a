import type { Reading } from '../../../bot/contracts/channels.js';
import { type EventScene, timeOf } from './event-scene.js';

/** Deliveries and reads (all up to a time), and reactions, which begin the time in which the page may write anew. */
export function readReceipts({ event, of, at }: EventScene): readonly Reading[] {
  const readings: Reading[] = [];
  const deliveredUntil = timeOf(event.delivery?.watermark);
  if (deliveredUntil !== null)
    readings.push({ kind: 'event', event: { kind: 'delivered', of, until: deliveredUntil } });
  const readUntil = timeOf(event.read?.watermark);
  if (readUntil !== null) readings.push({ kind: 'event', event: { kind: 'read', of, until: readUntil } });
  if (event.reaction?.action === 'react') readings.push({ kind: 'event', event: { kind: 'seen', of, at } });
  return readings;
}
