import { checkAddress } from './check-address.js';
import { createSender } from './send-request.js';

const ATTEMPT_MS = 10_000;

/**
 * A function that asks a public address for its head, once, and gives the status; where it leads on to is not followed. Nothing is
 * sent but the address, and no private address is asked: neither as it is written nor as its name resolves.
 * @param contact what operators can reach us by; null for none
 * @returns throws SOURCE_ADDRESS_REFUSED, and the system's error where nobody answers
 */
export function createAskHead(
  contact: string | null,
  resolve?: Parameters<typeof createSender>[0]['resolve'],
): (link: string) => Promise<number> {
  const send = createSender({
    intranetHosts: [],
    contact,
    attemptMs: ATTEMPT_MS,
    ...(resolve ? { resolve } : {}),
  });
  return async (link) => {
    const { host } = new URL(link);
    const { status } = await send(checkAddress(link, null, [host], []), { isHead: true }, {});
    return status;
  };
}
