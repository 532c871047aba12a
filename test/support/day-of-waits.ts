import { estimateWait, saidMinutes } from '../../bot/handoff/waits/estimate-wait.js';
import { mulberry32, type Random } from '../../index/platform/random.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const OPENS_AT = 8;
const CLOSES_AT = 20;
/** Agents by the hour from 8:00, and customers an hour who ask for a person: two peaks in which the queue grows. */
const AGENTS = [3, 4, 5, 6, 6, 5, 5, 6, 6, 5, 4, 3];
const ASKING = [30, 52, 74, 84, 70, 56, 64, 82, 74, 50, 36, 22];
const AT_A_TIME = 2;
/** Handling times: log-normal as measured in service desks, a mean of 9 minutes with a long tail. */
const MEAN_MS = 9 * MINUTE_MS;
const SIGMA = 0.7;
/** Days before, from which samples come; as many as the product looks at. */
const MOST_SAMPLES = 400;
/** Who waits for less is next at once: no estimate is of use. */
const LEAST_WAIT_MS = MINUTE_MS;

/** One customer who waited, as they were told and as it came. */
export interface WaitedOnce {
  readonly place: number;
  readonly toldMinutes: number;
  readonly waitedMinutes: number;
}

/** What came of a day. */
export interface DayOfWaits {
  readonly waited: readonly WaitedOnce[];
  /** Who waited and was told no time: too little was known, or it was more than an hour. */
  readonly untold: number;
}

interface Customer {
  readonly at: number;
  readonly handlingMs: number;
  place: number;
  told: number | null;
}

/** Plays a day of a desk, after a day of the same kind from which it knows how long things take. */
export function dayOfWaits(seed: number, isFirstDay = false): DayOfWaits {
  const random = mulberry32(seed);
  const handled = isFirstDay ? [] : Array.from({ length: MOST_SAMPLES }, () => handlingMs(random));
  const arrivals = arrivalsOf(random);
  const queue: Customer[] = [];
  const underWay: { since: number; until: number }[] = [];
  const waited: WaitedOnce[] = [];
  let untold = 0;
  const take = (now: number) => {
    while (queue.length > 0 && underWay.length < roomAt(now)) {
      const customer = queue.shift();
      if (!customer) return;
      underWay.push({ since: now, until: now + customer.handlingMs });
      const waitedMs = now - customer.at;
      if (waitedMs < LEAST_WAIT_MS) continue;
      if (customer.told === null) untold += 1;
      else
        waited.push({
          place: customer.place,
          toldMinutes: customer.told,
          waitedMinutes: waitedMs / MINUTE_MS,
        });
    }
  };
  const endUntil = (until: number) => {
    for (;;) {
      const next = Math.min(...underWay.map((one) => one.until));
      if (next > until) return;
      const at = underWay.findIndex((one) => one.until === next);
      const [ended] = underWay.splice(at, 1);
      if (ended) handled.unshift(ended.until - ended.since);
      handled.length = Math.min(handled.length, MOST_SAMPLES);
      take(next);
    }
  };
  for (const { at, handlingMs: takes } of arrivals) {
    endUntil(at);
    const customer: Customer = { at, handlingMs: takes, place: queue.length + 1, told: null };
    queue.push(customer);
    take(at);
    if (!queue.includes(customer)) continue;
    const ages = underWay.map(({ since }) => at - since);
    const estimate = estimateWait({ place: customer.place, handled, underWay: ages });
    customer.told = estimate === null ? null : saidMinutes(estimate);
  }
  endUntil(Number.MAX_VALUE);
  return { waited, untold };
}

/** The middle of how far what was told was from what came, as a part of what came; 0 for a day on which nobody waited. */
export function medianError(waited: readonly WaitedOnce[]): number {
  const errors = waited.map(
    ({ toldMinutes, waitedMinutes }) => Math.abs(toldMinutes - waitedMinutes) / waitedMinutes,
  );
  errors.sort((a, b) => a - b);
  return errors[errors.length >> 1] ?? 0;
}

function roomAt(at: number): number {
  const hour = Math.min(Math.floor(at / HOUR_MS), AGENTS.length - 1);
  return (AGENTS[hour] ?? 0) * AT_A_TIME;
}

function arrivalsOf(random: Random): { at: number; handlingMs: number }[] {
  const arrivals: { at: number; handlingMs: number }[] = [];
  for (let hour = 0; hour < CLOSES_AT - OPENS_AT; hour += 1) {
    const rate = (ASKING[hour] ?? 0) / HOUR_MS;
    for (let at = hour * HOUR_MS; ; ) {
      at += -Math.log(1 - random()) / rate;
      if (at >= (hour + 1) * HOUR_MS) break;
      arrivals.push({ at, handlingMs: handlingMs(random) });
    }
  }
  return arrivals;
}

function handlingMs(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return MEAN_MS * Math.exp(SIGMA * normal - (SIGMA * SIGMA) / 2);
}
