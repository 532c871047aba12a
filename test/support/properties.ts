import fc from 'fast-check';

/**
 * fast-check with the same cases in every run: a gate that finds a new counterexample on somebody else's change stops
 * the wrong person. `FAST_CHECK_SEED=$RANDOM npx vitest run …` looks further.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_122) });

export { fc };

/**
 * Several properties of the same cases: with one seed each of them would draw, and make, the very same ones anew. What
 * fails is tried again by fast-check itself, which shrinks it.
 * @param make what is made of a case, once for all checks; checks leave it as it is
 */
export function properties<Case, Made>(
  cases: fc.Arbitrary<Case>,
  make: (drawn: Case) => Made,
  numRuns: number,
): (check: (drawn: Case, made: Made) => void) => void {
  let all: readonly (readonly [Case, Made])[] | undefined;
  const drawAll = () => {
    const drawn: [Case, Made][] = [];
    fc.assert(
      fc.property(cases, (one) => {
        drawn.push([one, make(one)]);
      }),
      { numRuns },
    );
    return drawn;
  };
  return (check) => {
    all ??= drawAll();
    try {
      for (const [drawn, made] of all) check(drawn, made);
    } catch (error) {
      fc.assert(
        fc.property(cases, (drawn) => check(drawn, make(drawn))),
        { numRuns },
      );
      throw error;
    }
  };
}
