import { DAY_MS, dayOf, MINUTE_MS, periodsOn, type Schedule } from './schedule.js';
import { offsetMs } from './time-zones.js';

/** A time without a break, in milliseconds since 1970; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * When it is open between two moments, in order; spans may touch. Open is whenever the clock on the wall shows a time of a
 * period: an hour that the clocks show twice counts twice, one that they leave out not at all.
 */
export function* openSpans(schedule: Schedule, from: number, to: number): Generator<Span> {
  for (const stretch of stretchesOf(schedule.timeZone, from, to)) {
    // Within a stretch the wall clock runs as UTC does, so that its days are plain ones.
    const [begins, ends] = [stretch.from + stretch.offset, stretch.to + stretch.offset];
    for (let day = dayOf(begins); day < ends; day += DAY_MS) {
      for (const period of periodsOn(schedule, day)) {
        const opens = Math.max(begins, day + period.from * MINUTE_MS);
        const closes = Math.min(ends, day + period.to * MINUTE_MS);
        if (opens < closes) yield { from: opens - stretch.offset, to: closes - stretch.offset };
      }
    }
  }
}

interface Stretch extends Span {
  /** By how much the clocks are ahead of UTC. */
  readonly offset: number;
}

/** Parts a time where clocks are changed; no zone changes them twice within a day. */
function* stretchesOf(timeZone: string, from: number, to: number): Generator<Stretch> {
  let begins = from;
  let offset = offsetMs(timeZone, from);
  while (begins < to) {
    const ends = Math.min(begins + DAY_MS, to);
    const next = offsetMs(timeZone, ends);
    const change = next === offset ? ends : changeBetween(timeZone, begins, ends, offset);
    yield { from: begins, to: change, offset };
    begins = change;
    offset = next;
  }
}

/** The first moment after `from` at which the clocks are ahead by something else than they were there. */
function changeBetween(timeZone: string, from: number, to: number, before: number): number {
  let [last, first] = [from, to];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetMs(timeZone, middle) === before) last = middle;
    else first = middle;
  }
  return first;
}
