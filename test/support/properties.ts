import fc from 'fast-check';

/**
 * fast-check with the same cases in every run: a gate that finds a new counterexample on somebody else's change stops
 * the wrong person. `FAST_CHECK_SEED=$RANDOM npx vitest run …` looks further.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_122) });

export { fc };
