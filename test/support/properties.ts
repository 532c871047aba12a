import fc from 'fast-check';

/**
 * fast-check with the same cases in every run: a gate that finds a new counterexample on somebody else's change stops
 * the wrong person. `FAST_CHECK_SEED=$RANDOM npx vitest run …` looks further.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_122) });

export { fc };

/** How much of the cases that a test names the suite draws: each time the same ones, of which more find little where nothing was rewritten. */
const SHARE = 0.2;

/**
 * How many cases a property sees in this run. `FAST_CHECK_TIMES=1 npx vitest run …` draws all that the tests name,
 * `FAST_CHECK_TIMES=10` ten times as many; with another seed beside it, others.
 * @param named enough to trust the property when what it holds has been rewritten
 */
export function runs(named: number): number {
  return Math.max(1, Math.ceil(named * Number(process.env.FAST_CHECK_TIMES ?? SHARE)));
}

/** What was drawn of an arbitrary: with one seed it is the same each time, and large cases take longer to draw than to check. */
const drawnOf = new WeakMap<fc.Arbitrary<unknown>, readonly unknown[]>();

function drawnCases<Case>(cases: fc.Arbitrary<Case>, numRuns: number): readonly Case[] {
  const known = drawnOf.get(cases) as readonly Case[] | undefined;
  if (known && known.length >= numRuns) return known.slice(0, numRuns);
  const drawn: Case[] = [];
  fc.assert(
    fc.property(cases, (one) => {
      drawn.push(one);
    }),
    { numRuns },
  );
  drawnOf.set(cases, drawn);
  return drawn;
}

/**
 * Several properties of the same cases, which are drawn once, for other files that ask for the same arbitrary too. What
 * fails is tried again by fast-check itself, which shrinks it.
 * @param make what is made of a case, once for all checks; neither it nor a check changes what it is given
 */
export function properties<Case, Made>(
  cases: fc.Arbitrary<Case>,
  make: (drawn: Case) => Made,
  numRuns: number,
): (check: (drawn: Case, made: Made) => void) => void {
  let pairs: readonly (readonly [Case, Made])[] | undefined;
  return (check) => {
    try {
      pairs ??= drawnCases(cases, numRuns).map((drawn) => [drawn, make(drawn)] as const);
      for (const [drawn, made] of pairs) check(drawn, made);
    } catch (error) {
      fc.assert(
        fc.property(cases, (drawn) => check(drawn, make(drawn))),
        { numRuns },
      );
      throw error;
    }
  };
}
