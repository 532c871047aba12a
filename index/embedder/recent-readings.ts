import type { WorkerReading } from './worker-messages.js';

/** Keeps what was read of the texts used last, so that a question searched again is not embedded again. */
export interface RecentReadings {
  get(text: string): WorkerReading | undefined;
  set(text: string, reading: WorkerReading): void;
}

/** A store for at most `capacity` readings; the one used longest ago gives way. */
export function createRecentReadings(capacity: number): RecentReadings {
  // A Map keeps the order of insertion: the first key is the one used longest ago.
  const readings = new Map<string, WorkerReading>();
  return {
    get(text) {
      const reading = readings.get(text);
      if (reading) {
        readings.delete(text);
        readings.set(text, reading);
      }
      return reading;
    },
    set(text, reading) {
      readings.delete(text);
      readings.set(text, reading);
      const oldest = readings.keys().next();
      if (readings.size > capacity && !oldest.done) readings.delete(oldest.value);
    },
  };
}
