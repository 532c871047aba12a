import type { Thread, ThreadReply } from '../../sources/contracts.js';

/** How far a community stands behind somebody's word: of itself, because others do, or not. */
export type Trust = 'known' | 'backed' | 'none';

/** Ranks of people whom communities trust, in Dutch and English. */
const RANK =
  /(?<!\p{L})(?:moderator|mod|admin(?:istrator)?|beheerder|staff|team(?:lid)?|medewerker|employee|colleague|collega|vrijwilliger|volunteer|adviseur|advis[eo]r|engineer|technician|technicus|electrician|monteur|installateur|installer|official|webcare|crew|expert|super ?user|superheld|held|kenner|specialist|guru|ambassad(?:eur|or)|champion|mvp|leader|leraar|coach|trusted|veteran|top \p{L}+|gold|goud)(?!\p{L})/iu;
/** Of Stack Exchange, where people of this reputation may edit others' posts. */
const REPUTATION = /^([\d,.]+) reputation$/;
const TRUSTED_REPUTATION = 2_000;
/** So many people agreed with it. */
const AGREED = 3;

const AGREES =
  /(?<![\p{L}\p{N}])(?:klopt|bevestig|bevestigen|inderdaad|bedankt|dank|dankjewel|thanks|thank you|thx|top|eindelijk|finally|werkt|works|worked|gelukt|confirm|confirmed|correct|indeed|great)(?![\p{L}\p{N}])/iu;
const DISAGREES =
  /^\W*(?:@\S+\s+)?(?:nee|no|nope|onzin|nonsense|not true|wrong)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:(?:dat|dit|het|that|this|it)? ?(?:klopt|is|was|.s) ?(?:echt |dus |gewoon |simply |just )?(?:niet|not|n.t)(?: (?:waar|zo|juist|true|right|correct|so))?[,.!]|klopt (?:echt |dus |gewoon )?niet|is (?:niet|not) (?:waar|zo|juist|true|right|correct|so)|is(?: just| simply)? (?:wrong|incorrect|onjuist)|(?:je|jij|u) (?:hebt?|heeft) het (?:mis|fout)|you.?(?:re| are) (?:wrong|mistaken|confusing)|(?:je|jij|u) (?:verwart|vergist)|(?:bent|ben) in de war)/iu;
const TAKES_BACK =
  /(?<![\p{L}\p{N}])(?:sorry|excuus|oeps|oops|mijn fout|foutje|my mistake|my bad|ik had het mis|i was wrong|(?:je|u) (?:hebt|heeft) gelijk|you.?(?:re| are) right|ik zat (?:ernaast|fout)|vergeet (?:mijn|wat)|ignore (?:that|my|me)|scratch that)(?![\p{L}\p{N}])/iu;

/**
 * Whom a thread trusts to correct its answer: people of rank, the answer's own author and the asker; others where the
 * community agreed with this reply, by votes or in words right after it.
 * @param staffRanks ranks that the company named as its staff, lower case
 * @param after the replies behind it with their plain words
 */
export function trustIn(
  reply: ThreadReply,
  { thread, answer, staffRanks }: TrustContext,
  after: readonly WordedReply[],
): Trust {
  if (
    isTrustedRank(reply, staffRanks) ||
    reply.author.name === answer.author.name ||
    reply.author.name === thread.asker
  )
    return 'known';
  const isAgreed = reply.votes >= Math.max(AGREED, Math.min(answer.votes, 2 * AGREED));
  const next = after.find(({ reply: other }) => other.author.name !== reply.author.name);
  const isThanked =
    next !== undefined && AGREES.test(next.text) && !DISAGREES.test(next.text) && !next.text.includes('?');
  return isAgreed || isThanked ? 'backed' : 'none';
}

/** Whether somebody is trusted for their rank alone. */
export function isTrustedRank({ author }: ThreadReply, staffRanks: ReadonlySet<string>): boolean {
  const rank = author.rank ?? '';
  const reputation = Number(REPUTATION.exec(rank)?.[1]?.replace(/[.,]/g, '') ?? 0);
  return RANK.test(rank) || staffRanks.has(rank.toLowerCase()) || reputation >= TRUSTED_REPUTATION;
}

/** Whether a text says that what was said before it is not so. */
export function objects(text: string): boolean {
  return DISAGREES.test(text);
}

/** Of which answer somebody is trusted to speak. */
export interface TrustContext {
  readonly thread: Thread;
  readonly answer: ThreadReply;
  readonly staffRanks: ReadonlySet<string>;
}

/** A reply with its plain words. */
export interface WordedReply {
  readonly reply: ThreadReply;
  readonly text: string;
}

/** So many replies behind one are looked at for somebody who objects. */
const OBJECTIONS = 3;

/** Whether somebody at least as trusted objects right after, or the writer takes it back. */
export function isTakenBack(
  { reply }: WordedReply,
  trust: Trust,
  after: readonly WordedReply[],
  trustOf: (said: WordedReply) => Trust,
): boolean {
  return after.slice(0, OBJECTIONS).some((other) => {
    if (other.reply.author.name === reply.author.name) return TAKES_BACK.test(other.text);
    return DISAGREES.test(other.text) && (trust !== 'known' || trustOf(other) === 'known');
  });
}
