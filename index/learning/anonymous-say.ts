import type { AnonymousSay, Label, Verdict } from '../contracts/labels.js';
import { isKnown, trustedVerdicts } from './count-votes.js';

/**
 * From so many different days and addresses on, what anonymous people say counts. A week holds every kind of day, and is
 * longer than anybody clicks for fun; twenty addresses are more than a household, an office or a phone that changes
 * networks has. Both are reached within days by any site that has customers.
 */
export const ENOUGH = { days: 7, addresses: 20 } as const;

/**
 * What people whom the company does not know said, and whether it comes from enough of them.
 * @param labels what all verdicts became
 */
export function anonymousSay(verdicts: readonly Verdict[], labels: readonly Label[]): AnonymousSay {
  const said = trustedVerdicts(verdicts).filter((verdict) => !isKnown(verdict));
  const days = new Set(said.map(({ at }) => at.slice(0, 10))).size;
  const addresses = new Set(said.map(({ address }) => address)).size;
  return {
    labels: labels.filter(({ isAnonymous }) => isAnonymous).length,
    days,
    addresses,
    isEnough: days >= ENOUGH.days && addresses >= ENOUGH.addresses,
  };
}
