import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import type { DeskViewer, TypingNews, ViewersNews } from '../../contracts.js';
import { ownValue } from '../words/own-value.js';

/** Who looks and who types, by conversation; nobody where nothing stands. */
export interface SignsState {
  readonly viewers: Readonly<Record<string, readonly DeskViewer[]>>;
  readonly typing: Readonly<Record<string, readonly TypingSign[]>>;
}

/** That somebody types. A newer sign of theirs has a higher number. */
interface TypingSign {
  readonly by: TypingNews['by'];
  readonly number: number;
}

/** What an agent is shown of who looks and types; colleagues by name. */
export interface ShownSigns {
  readonly isCustomerTyping: boolean;
  readonly typing: readonly string[];
  readonly looking: readonly string[];
}

/** One value for all conversations of which nothing is to be told, so that none of them seems changed. */
const NOBODY: ShownSigns = { isCustomerTyping: false, typing: [], looking: [] };

export const NO_SIGNS: SignsState = { viewers: {}, typing: {} };

export function viewersTold(signs: SignsState, { isAll, conversations }: ViewersNews): SignsState {
  const told = Object.fromEntries(
    conversations.map(({ conversationId, viewers }) => [conversationId, viewers]),
  );
  const all = isAll ? told : { ...signs.viewers, ...told };
  return { ...signs, viewers: Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0)) };
}

export function typingTold(
  signs: SignsState,
  { conversationId, by }: TypingNews,
  number: number,
): SignsState {
  const others = (ownValue(signs.typing, conversationId) ?? []).filter((sign) => !isSame(sign.by, by));
  return withTyping(signs, conversationId, [...others, { by, number }]);
}

/** A sign is over by itself, unless a newer one of the same person came. */
export function typingOver(signs: SignsState, conversationId: string, number: number): SignsState {
  const left = (ownValue(signs.typing, conversationId) ?? []).filter((sign) => sign.number !== number);
  return withTyping(signs, conversationId, left);
}

/** What a customer typed has come: they do not type it any more. */
export function withoutArrived(
  signs: SignsState,
  before: readonly DeskEntry[],
  after: readonly DeskEntry[],
): SignsState {
  if (Object.keys(signs.typing).length === 0) return signs;
  const wroteAt = new Map(before.map((entry) => [entry.conversationId, entry.customerWroteAt]));
  const wrote = after.filter(
    (entry) => wroteAt.get(entry.conversationId) !== entry.customerWroteAt && entry.customerWroteAt !== null,
  );
  return wrote.reduce((left, { conversationId }) => {
    const others = (ownValue(left.typing, conversationId) ?? []).filter(({ by }) => by !== 'customer');
    return withTyping(left, conversationId, others);
  }, signs);
}

/** What an agent is shown of a conversation: whether its customer types, and which colleagues type or only look. */
export function selectSigns(
  { viewers, typing }: SignsState,
  conversationId: string,
  agentId: string,
): ShownSigns {
  const signs = ownValue(typing, conversationId) ?? [];
  if (signs.length === 0 && ownValue(viewers, conversationId) === undefined) return NOBODY;
  const typists = signs.flatMap(({ by }) => (by === 'customer' || by.agentId === agentId ? [] : [by]));
  const isTyping = new Set(typists.map((typist) => typist.agentId));
  const looking = (ownValue(viewers, conversationId) ?? []).filter(
    (viewer) => viewer.agentId !== agentId && !isTyping.has(viewer.agentId),
  );
  return {
    isCustomerTyping: signs.some(({ by }) => by === 'customer'),
    typing: typists.map(({ name }) => name),
    looking: looking.map(({ name }) => name),
  };
}

function isSame(a: TypingNews['by'], b: TypingNews['by']): boolean {
  if (a === 'customer' || b === 'customer') return a === b;
  return a.agentId === b.agentId;
}

function withTyping(signs: SignsState, conversationId: string, list: readonly TypingSign[]): SignsState {
  const { [conversationId]: _, ...others } = signs.typing;
  return { ...signs, typing: list.length === 0 ? others : { ...others, [conversationId]: list } };
}
