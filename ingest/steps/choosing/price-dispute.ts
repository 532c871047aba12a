import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { signsOfChange } from '../corrections/signs-of-change.js';
import { isTrustedRank, objects } from '../corrections/trust.js';
import { namesOtherPrice } from '../corrections/turns-round.js';
import { plainReply } from './plain-reply.js';

/** From here on a price may have changed since. */
const LATER_MS = 150 * 24 * 60 * 60 * 1000;
const DENIES_PRICE =
  /(?<!\p{L})(?:klop(?:t|pen) niet|niet (?:juist|waar|correct)|onjuist|geen €|isn['’]?t|is not|not (?:true|right|correct|free)|wrong|incorrect|niet gratis|had to pay|not what|charged (?:me|us)|i pay|we pay|ik betaal(?:de)?|moest(?: ik)?(?: \p{L}+){0,3} betalen|costs? me|kost(?:te)? (?:mij|me)|op (?:de|mijn) rekening|i (?:paid|was charged)|ik (?:betaal(?:de)?|moest)|zelf betaald|in rekening gebracht|(?:ik|i|we|wij|mij|me)(?: \p{L}+){0,4} (?:[€£$] ?)?\d[\d.,]*(?: \p{L}+){0,2} (?:betaald|kwijt|gerekend|afgerekend|paid)|i was billed|(?:huh|hoezo|since when|sinds wanneer)(?: \p{L}+){0,2} ?[€£$]?\d|dat kan niet|can['’]t be|(?:wij|we) (?:moesten|had to)|bij mij was het|nee|no)(?!\p{L})/iu;

/**
 * Whether members contradict the answer about a price and nobody decided: another amount, soon after, by somebody who is no more
 * trusted than who answered. What somebody of rank says later decides it.
 */
export function isPriceDisputed(
  thread: Thread,
  answer: ThreadReply,
  staffRanks: ReadonlySet<string>,
): boolean {
  const answered = plainReply(thread, answer);
  const place = thread.replies.indexOf(answer);
  const isOfRank = (reply: ThreadReply) => isTrustedRank(reply, staffRanks);
  // Who answered with rank is not shaken by a member.
  if (isTrustedRank(answer, staffRanks)) return false;
  const later = thread.replies.slice(place + 1);
  return later.some((reply, at) => {
    if (isOfRank(reply) || reply.author.name === answer.author.name) return false;
    const text = plainReply(thread, reply);
    const signs = signsOfChange(text);
    const isOtherwise =
      namesOtherPrice(answered, text) && (DENIES_PRICE.test(text) || signs.isWrong || objects(text));
    const isOfAnotherTime = signs.isDated || signs.isByNow || isMuchLater(answer, reply);
    const isDecided = later.slice(at + 1).some(isOfRank);
    return isOtherwise && !isOfAnotherTime && !isDecided;
  });
}

function isMuchLater(answer: ThreadReply, reply: ThreadReply): boolean {
  const [from, to] = [answer.createdAt, reply.createdAt].map((time) => Date.parse(time ?? ''));
  return from !== undefined && to !== undefined && to - from >= LATER_MS;
}
