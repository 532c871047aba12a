import type { Reading } from '../../../bot/contracts/channels.js';
import { type EventScene, timeOf } from './event-scene.js';

/** Deliveries and reads, all up to a time. They are not the customer speaking: no time limit begins anew. */
export function readReceipts({ event, of }: EventScene): readonly Reading[] {
  const readings: Reading[] = [];
  const deliveredUntil = timeOf(event.delivery?.watermark);
  if (deliveredUntil !== null)
    readings.push({ kind: 'event', event: { kind: 'delivered', of, until: deliveredUntil } });
  const readUntil = timeOf(event.read?.watermark);
  if (readUntil !== null) readings.push({ kind: 'event', event: { kind: 'read', of, until: readUntil } });
  return readings;
}
