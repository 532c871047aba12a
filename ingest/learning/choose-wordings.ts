import { questionLanguage } from '../../index/language/question-language.js';
import type { WordingProposal } from '../../index/learning/learn-wordings.js';
import { FEWEST_KNOWN } from '../../index/learning/learn-wordings.js';
import type { SettledWording } from '../../index/learning/verdict-store.js';
import { wordingKey } from '../../index/learning/wording-key.js';
import type { KnownWordings } from './known-wordings.js';

export interface ChosenWordings {
  /** What joins items in this run: reviewed first, then those with the most confirmations. */
  readonly inUse: readonly SettledWording[];
  /** What nobody decided and too few confirmed, or nobody whom the company knows. */
  readonly open: readonly WordingProposal[];
  /** Of these, what is to be kept though its verdicts may be past their date: an earlier version had learned it. */
  readonly unvouched: readonly SettledWording[];
}

/** So few rejections may come from one customer, who alone changes nothing. */
const FEWEST_REJECTIONS = 2;

/**
 * Decides which wordings join items: those a person accepted, those learned before that were not rejected since, and
 * those that are confirmed now. What the community asks already is left out. A wording that the community has for another
 * item waits for a person, whatever its confirmations, and so does one in another language than its item: the one Dutch
 * item with an English wording would attract every English question.
 * @param now ISO 8601 in UTC
 */
export function chooseWordings(
  proposals: readonly WordingProposal[],
  settled: readonly SettledWording[],
  known: KnownWordings,
  now: string,
): ChosenWordings {
  const byMember = new Map(proposals.flatMap((proposal) => proposal.memberIds.map((id) => [id, proposal])));
  const usable = settled.filter(
    (wording) => known.hasItem(wording.itemId) && isInUse(wording, byMember.get(wording.id)),
  );
  const kept = usable.filter((wording) => isVouchedFor(wording, byMember.get(wording.id)));
  const unvouched = usable.filter((wording) => !kept.includes(wording));
  const settledIds = new Set(settled.filter(({ standing }) => standing !== 'learned').map(({ id }) => id));
  for (const { id } of kept) settledIds.add(id);
  const undecided = proposals.filter(
    ({ itemId, memberIds, wording }) =>
      known.hasItem(itemId) &&
      !memberIds.some((id) => settledIds.has(id)) &&
      !known.ownersOf(wordingKey(wording)).has(itemId),
  );
  const isLearned = ({ isConfirmed, wording, itemId }: WordingProposal) =>
    isConfirmed && known.ownersOf(wordingKey(wording)).size === 0 && isInLanguageOf(known, itemId, wording);
  const learned = undecided.filter(isLearned).map((proposal) => settle(proposal, 'learned', now));
  return {
    inUse: [...kept, ...learned].sort(byWorth),
    open: [
      ...undecided.filter((proposal) => !isLearned(proposal) && !proposal.isDoubted),
      ...unvouched.filter(({ id }) => !byMember.has(id)).map(asProposal),
    ],
    unvouched,
  };
}

function isInLanguageOf(known: KnownWordings, itemId: string, wording: string): boolean {
  const language = known.languageOf(itemId);
  return language !== null && questionLanguage(wording, [language]) === language;
}

/** A proposal with what was decided about it. @param at ISO 8601 in UTC */
export function settle(
  { id, itemId, wording, confirmations, rejections, known }: WordingProposal,
  standing: SettledWording['standing'],
  at: string,
): SettledWording {
  return {
    id,
    itemId,
    wording,
    standing,
    confirmations,
    rejections,
    at,
    knownConfirmations: known.confirmations,
  };
}

/** Whether a person accepted a wording, or enough of those who confirmed it are known to the company. */
function isVouchedFor(wording: SettledWording, said: WordingProposal | undefined): boolean {
  const confirmations = Math.max(wording.knownConfirmations, said?.known.confirmations ?? 0);
  return wording.standing !== 'learned' || confirmations >= FEWEST_KNOWN;
}

function asProposal({ id, itemId, wording, confirmations, rejections }: SettledWording): WordingProposal {
  return {
    id,
    memberIds: [id],
    itemId,
    wording,
    confirmations,
    rejections,
    known: { confirmations: 0, rejections: 0 },
    isConfirmed: false,
    isDoubted: false,
  };
}

/**
 * What was learned by confirmations is dropped when people whom the company knows reject it; what a person accepted is
 * not.
 */
function isInUse(wording: SettledWording, said: WordingProposal | undefined): boolean {
  if (wording.standing !== 'learned') return wording.standing === 'accepted';
  const rejections = said?.known.rejections ?? 0;
  const confirmations = Math.max(wording.knownConfirmations, said?.known.confirmations ?? 0);
  return rejections < FEWEST_REJECTIONS || rejections * 2 <= confirmations;
}

function byWorth(a: SettledWording, b: SettledWording): number {
  const reviewed = Number(b.standing === 'accepted') - Number(a.standing === 'accepted');
  return reviewed || b.confirmations - a.confirmations || (a.id < b.id ? -1 : 1);
}
