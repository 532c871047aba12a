import { BoundedMap } from '../platform/bounded-map.js';
import type { WorkerReading } from './worker-messages.js';

/** Keeps what was read of the texts used last, so that a question searched again is not embedded again. */
interface RecentReadings {
  get(text: string): WorkerReading | undefined;
  set(text: string, reading: WorkerReading): void;
}

/** A store for at most `capacity` readings; the one used longest ago gives way. */
export function createRecentReadings(capacity: number): RecentReadings {
  const readings = new BoundedMap<string, WorkerReading>(capacity);
  function set(text: string, reading: WorkerReading): void {
    // Taken out first, it is the newest again.
    readings.delete(text);
    readings.set(text, reading);
  }
  return {
    get(text) {
      const reading = readings.get(text);
      if (reading) set(text, reading);
      return reading;
    },
    set,
  };
}
