import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebchatConversation, WebchatStore } from '../../../bot/contracts/webchat.js';
import { channelErrors } from '../../errors.js';
import type { Request } from '../../server/http.js';
import type { Claims, Tokens } from '../tokens.js';

/** Who a request speaks for: a customer by token, or a server of the company by the secret. */
type Caller = { readonly kind: 'customer'; readonly claims: Claims } | { readonly kind: 'company' };

export interface Authentication {
  /** @throws UNAUTHORIZED (missing or malformed), TOKEN_EXPIRED, TOKEN_INVALID */
  callerOf(request: Request): Promise<Caller>;
  /** @throws UNAUTHORIZED, SECRET_INVALID */
  requireCompany(request: Request): void;
  /**
   * The conversation of the path, if the caller may take part in it, and as whom.
   * @throws what `callerOf` does, CONVERSATION_NOT_YOURS, CONVERSATION_UNKNOWN
   */
  memberOf(request: Request): Promise<DirectLineMember>;
}

/** Who takes part in a conversation. */
export interface DirectLineMember extends Claims {
  /** Whether by the secret: the company vouches for whoever it says that speaks. */
  readonly isCompany: boolean;
}

/** Reads `Authorization: Bearer …` of Direct Line requests. */
export function createAuthentication(
  tokens: Tokens,
  secret: string | undefined,
  store: Pick<WebchatStore, 'find'>,
): Authentication {
  const isSecret = (bearer: string) => secret !== undefined && isSame(bearer, secret);

  async function callerOf(request: Request): Promise<Caller> {
    const bearer = bearerOf(request);
    if (isSecret(bearer)) return { kind: 'company' };
    return { kind: 'customer', claims: await tokens.read(bearer) };
  }

  return {
    callerOf,
    requireCompany(request) {
      if (!isSecret(bearerOf(request))) throw channelErrors.SECRET_INVALID({});
    },
    async memberOf(request) {
      const caller = await callerOf(request);
      const conversationId = String(request.params.conversationId);
      if (caller.kind === 'customer' && caller.claims.conversationId !== conversationId) {
        throw channelErrors.CONVERSATION_NOT_YOURS({});
      }
      const conversation = await store.find(conversationId);
      if (!conversation) throw channelErrors.CONVERSATION_UNKNOWN({ conversationId });
      return caller.kind === 'customer' ? { ...caller.claims, isCompany: false } : memberFor(conversation);
    },
  };
}

/** A server of the company speaks as the customer whose conversation it is, where it names nobody else. */
function memberFor(conversation: WebchatConversation): DirectLineMember {
  return { conversationId: conversation.id, userId: conversation.userId, userName: null, isCompany: true };
}

function bearerOf(request: Request): string {
  const header = request.headers.authorization;
  if (!header) throw channelErrors.UNAUTHORIZED({ reason: 'The request has no token' });
  const bearer = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!bearer) throw channelErrors.UNAUTHORIZED({ reason: 'The Authorization header is malformed' });
  return bearer;
}

/** Compared as digests, so that neither content nor length shows in the time it takes. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
