import type { Hear, Heard } from '../../../index/contracts/hearing.js';
import type { DangerKind, MatterReason, SmallTalk, Wish } from '../contracts.js';

type Matter = Extract<Wish, { kind: 'company-matter' }>;

/** Why a person is offered for each topic; topics of a company's own are `company-only`. */
const REASONS: Readonly<Record<string, MatterReason>> = {
  account: 'account',
  billing: 'account',
  cancellation: 'account',
  order: 'order',
  complaint: 'complaint',
  legal: 'sensitive',
  medical: 'sensitive',
  self_harm: 'sensitive',
  fraud: 'sensitive',
  sales: 'sales',
  abuse: 'abuse',
};
const DANGERS: ReadonlySet<string> = new Set<DangerKind>([
  ...(['suicide', 'emergency-call', 'fire', 'gas', 'carbon-monoxide'] as const),
  ...(['medical', 'violence', 'fraud', 'theft', 'death'] as const),
]);
const TALKS: Readonly<Record<string, SmallTalk>> = {
  greeting: 'greeting',
  thanks: 'thanks',
  goodbye: 'goodbye',
  who_are_you: 'who-are-you',
  how_are_you: 'how-are-you',
  asks_for_help: 'asks-for-help',
  test: 'test',
  insult_or_joke: 'insult-or-joke',
};

/**
 * Whoever scolds is asked first whether they want a person; why a bill is high the community may know; and what sounds of a
 * body hurt, but of no danger, may be a lamp that "burns".
 */
const OFFERED_FIRST: ReadonlySet<string> = new Set(['abuse', 'billing', 'medical']);

/** What only the company can settle, with the reason that the customer hears; null where nothing of it was heard. */
export function matterHeard(heard: Heard | null): Pick<Matter, 'reason' | 'isClear'> | null {
  if (!heard?.matter) return null;
  const { topic, isClear } = heard.matter;
  return { reason: REASONS[topic] ?? 'company-only', isClear: isClear && !OFFERED_FIRST.has(topic) };
}

/** The danger that was heard; who sounds as if they harm themselves counts where only their topic was. */
function dangerHeard(heard: Heard | null): DangerKind | null {
  if (!heard) return null;
  if (heard.danger !== null && isDanger(heard.danger)) return heard.danger;
  return heard.matter?.isClear && heard.matter.topic === 'self_harm' ? 'suicide' : null;
}

/** What a customer says of what they tell, not of themselves. */
const OPINION =
  /,?\s?(?<!\p{L})(?:denk ik|dacht ik|geloof ik|volgens mij|lijkt me|i think|i guess|i believe|i suppose)(?!\p{L})/giu;
const ONESELF = /(?<!\p{L})(?:ik|me|mij|mn|mijn|mezelf|mijzelf|i|my|myself|im)(?!\p{L})/iu;

/**
 * The danger that was heard in a text. "It is gone, I think" sounds of somebody only by its last words: without them nobody is
 * spoken of, and it must be heard again.
 */
export function dangerHeardIn(text: string, heard: Heard | null, hear: Hear): DangerKind | null {
  const danger = dangerHeard(heard);
  const told = danger ? text.replace(OPINION, ' ').trim() : text;
  if (told === text || told === '' || ONESELF.test(told.replaceAll(/['’]/g, ''))) return danger;
  return dangerHeard(hear(told, null));
}

function isDanger(kind: string): kind is DangerKind {
  return DANGERS.has(kind);
}

/** Nobody asks a question with these. */
const NEVER_ASKED: ReadonlySet<string> = new Set(['greeting', 'thanks', 'goodbye']);

/** The small talk that was heard, where nothing else was. */
export function talkHeard(heard: Heard | null, text: string): SmallTalk | null {
  if (!heard || heard.talk === null || heard.matter || heard.asksForPerson) return null;
  if (text.trim().endsWith('?') && NEVER_ASKED.has(heard.talk)) return null;
  return TALKS[heard.talk] ?? null;
}
