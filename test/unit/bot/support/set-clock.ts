import type { Clock } from '../../../../index/platform/clock.js';

/** A clock that stands still until a test moves it. */
export class SetClock implements Clock {
  private current: number;

  constructor(start = '2026-03-02T09:00:00.000Z') {
    this.current = Date.parse(start);
  }

  now(): Date {
    return new Date(this.current);
  }

  forward(time: { days?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, minutes = 0, seconds = 0 } = time;
    this.current += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
  }
}
