import type { Random } from '../../../index/platform/random.js';

/**
 * When each customer asks each of their questions, in milliseconds from the start. All together they come as independent
 * people do (a Poisson process); who of them is next is drawn as well, and so is how long each one thinks.
 * @param perSecond mean number of questions a second, of all customers
 * @returns the times of each customer, rising
 */
export function askTimes(
  { customers, questionsEach, perSecond }: Crowd,
  random: Random,
): readonly (readonly number[])[] {
  const times: number[][] = Array.from({ length: customers }, () => []);
  let at = 0;
  for (const customer of shuffled(deck(customers, questionsEach), random)) {
    // An exponential gap; 1 − random() is never 0.
    at += (-Math.log(1 - random()) * 1_000) / perSecond;
    times[customer]?.push(at);
  }
  return times;
}

export interface Crowd {
  readonly customers: number;
  readonly questionsEach: number;
  readonly perSecond: number;
}

function deck(customers: number, questionsEach: number): number[] {
  return Array.from({ length: customers * questionsEach }, (_, index) => index % customers);
}

/** Fisher–Yates. */
function shuffled(cards: readonly number[], random: Random): number[] {
  const drawn = [...cards];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [drawn[last], drawn[other]] = [drawn[other] ?? 0, drawn[last] ?? 0];
  }
  return drawn;
}
