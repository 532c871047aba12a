import { type Claims, randomId, randomUserId } from '../tokens.js';

/** Claims for a conversation that has not started, of a customer who is known only where the company names them. */
export function newClaims(user: { readonly id: string | null; readonly name: string | null }): Claims {
  return { conversationId: randomId(), userId: user.id ?? randomUserId(), userName: user.name };
}
