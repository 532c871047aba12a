import type { Verdict } from '../../../index/contracts/labels.js';
import { randomFrom } from '../../../index/platform/random.js';

/** Customers who ask each past question; as many as a wording needs to be learned by itself. */
export const CUSTOMERS = 3;

/** Who lies beside the honest customers. */
export type Liars = 'one in ten' | 'three in ten' | 'one address' | 'botnet of 200';

export const LIARS: readonly Liars[] = ['one in ten', 'three in ten', 'one address', 'botnet of 200'];

/** Somebody who says something of a past turn. */
export type Voice = Pick<Verdict, 'visitor' | 'isIdentified' | 'address' | 'at'> & {
  /** Place of the turn, counted from 0. */
  readonly turn: number;
  readonly isLying: boolean;
};

/** A wording is asked within a week, which is what what anonymous people say needs to count. */
const DAYS = 7;

/** More on a day counts for nothing (`index/learning/count-votes.ts`): a liar who knows the rules stays below. */
const MOST_A_DAY = 20;

const BOTS = 200;

/** Who lies must always be the same, so that two versions of learning are told apart. */
const SEED = 20_261_130;

/**
 * Who says something of past turns: of each turn three honest customers whom the company knows, and beside them
 *
 * - `one in ten`, `three in ten`: liars whom the company knows as well, so many that they are this share of all voices;
 * - `one address`: on every turn three liars whom it does not know, always new ones, from one address;
 * - `botnet of 200`: so many addresses, each saying as much as counts on each of seven days.
 */
export function voicesOf(turns: readonly unknown[], liars: Liars | null): Voice[] {
  const honest = turns.flatMap((_, turn) =>
    Array.from({ length: CUSTOMERS }, (_, customer) =>
      voice(turn, `customer ${turn}.${customer}`, { isIdentified: true }),
    ),
  );
  return [...honest, ...(liars === null ? [] : lying(turns.length, liars))];
}

function lying(turns: number, liars: Liars): Voice[] {
  switch (liars) {
    case 'one in ten':
      return knownLiars(turns, 0.1);
    case 'three in ten':
      return knownLiars(turns, 0.3);
    case 'one address':
      return Array.from({ length: CUSTOMERS * turns }, (_, at) =>
        voice(Math.floor(at / CUSTOMERS), `stranger ${at}`, { isLying: true, address: 'home' }),
      );
    case 'botnet of 200':
      return Array.from({ length: BOTS }, (_, bot) => botVoices(turns, bot)).flat();
  }
}

/** Liars at chance places: `share` of all who say something, honest customers included. */
function knownLiars(turns: number, share: number): Voice[] {
  const random = randomFrom(SEED);
  const number = Math.round((turns * CUSTOMERS * share) / (1 - share));
  return Array.from({ length: number }, (_, liar) =>
    voice(Math.floor(random() * turns), `liar ${liar}`, { isIdentified: true, isLying: true }),
  );
}

/** All turns where a bot has words enough for them, else those that come next to the last of the bot before. */
function botVoices(turns: number, bot: number): Voice[] {
  const most = Math.min(turns, DAYS * MOST_A_DAY);
  return Array.from({ length: most }, (_, said) =>
    voice((bot * most + said) % turns, `bot ${bot}`, {
      isLying: true,
      address: `address ${bot}`,
      day: said % DAYS,
    }),
  );
}

function voice(
  turn: number,
  visitor: string,
  of: Partial<Pick<Voice, 'isIdentified' | 'isLying' | 'address'>> & { readonly day?: number },
): Voice {
  const { isIdentified = false, isLying = false, address = '', day = turn % DAYS } = of;
  return { turn, visitor, isIdentified, isLying, address, at: `2026-01-0${day + 1}T09:00:00.000Z` };
}
