import { randomBytes, webcrypto } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { VouchedIdentity } from '../../bot/contracts/customers.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import { channelErrors } from '../errors.js';

/** Who a token speaks for: one customer in one conversation. */
export interface Claims {
  readonly conversationId: string;
  readonly userId: string;
  /** Name that a server of the company vouched for when it generated the token. */
  readonly userName: string | null;
  /** Who the customer is by the signed word of the company's website; left out where it said nothing. */
  readonly identity?: VouchedIdentity;
}

/** A website's word of who its customer is, as it was read. */
export interface ReadIdentity extends VouchedIdentity {
  readonly name: string | null;
  /** It ended within the last day: it still tells the same customer, and makes nobody known. */
  readonly isExpired: boolean;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Tokens of the web chat: JWTs signed with HS256. This file and `jose` know their form, nothing else does. */
export interface Tokens {
  issue(claims: Claims): Promise<IssuedToken>;
  /** @throws UNAUTHORIZED (no JWT at all), TOKEN_EXPIRED, TOKEN_INVALID */
  read(token: string): Promise<Claims>;
  /** Like `read`, but a token that ended less than the resume time ago still counts; null for any other. */
  readResumable(token: string): Promise<Claims | null>;
  /**
   * Reads the signed word of the company's website (JWT, HS256, `sub`, `exp`; `name` and `email` where it likes) by the
   * present key or the one before; null for what was signed by neither.
   */
  readIdentity(token: string): Promise<ReadIdentity | null>;
  /** A ticket for one stream, good for a minute: it stands in an address, where a token would last too long. */
  issueTicket(claims: Claims): Promise<string>;
  /** @throws UNAUTHORIZED, TOKEN_EXPIRED, TOKEN_INVALID */
  readTicket(ticket: string): Promise<Claims>;
}

interface TokensOptions {
  readonly signingKey: string;
  readonly tokenMinutes: number;
  readonly resumeDays: number;
  /** Keys of the company's website, the present one first. */
  readonly identityKeys?: readonly string[];
  readonly clock?: Clock;
}

const ISSUER = 'community-support-bot';
const TOKEN_AUDIENCE = 'directline';
const TICKET_AUDIENCE = 'directline-stream';
const TICKET_SECONDS = 60;
/** In characters. */
const LONGEST_IDENTITY = 4_000;
const JWT_SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Creates and reads tokens. Every token has the claim `user`: Web Chat and DirectLineJS read it in the browser and
 * would invent an id of their own without it (protocol notes: Direct Line 3.0, tokens).
 */
export function createTokens(options: TokensOptions): Tokens {
  const { clock = systemClock } = options;
  // Made ready once: given as bytes, jose would import it again for every token.
  let imported: ReturnType<typeof importKey> | null = null;
  const signingKey = () => {
    imported ??= importKey(options.signingKey);
    return imported;
  };
  const tokenSeconds = options.tokenMinutes * 60;

  async function sign(claims: Claims, audience: string, seconds: number): Promise<string> {
    const now = Math.floor(clock.now().getTime() / 1_000);
    const name = claims.userName === null ? {} : { name: claims.userName };
    const identity = claims.identity ? { vouched: claims.identity } : {};
    return new SignJWT({ conv: claims.conversationId, user: claims.userId, ...name, ...identity })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + seconds)
      .sign(await signingKey());
  }

  async function verify(token: string, audience: string, toleranceSeconds: number): Promise<Claims> {
    if (!JWT_SHAPE.test(token)) throw channelErrors.UNAUTHORIZED({ reason: 'The token is malformed' });
    try {
      const { payload } = await jwtVerify(token, await signingKey(), {
        issuer: ISSUER,
        audience,
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        clockTolerance: toleranceSeconds,
        currentDate: clock.now(),
      });
      const { conv, user, name, vouched } = payload;
      if (typeof conv !== 'string' || typeof user !== 'string') {
        throw channelErrors.TOKEN_INVALID({ reason: 'it names no conversation' });
      }
      return {
        conversationId: conv,
        userId: user,
        userName: typeof name === 'string' ? name : null,
        // Written by us alone.
        ...(vouched ? { identity: vouched as VouchedIdentity } : {}),
      };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw channelErrors.TOKEN_EXPIRED({}, error);
      if (isCoded(error)) throw error;
      throw channelErrors.TOKEN_INVALID({ reason: messageOf(error) }, error);
    }
  }

  return {
    issue: async (claims) => ({
      token: await sign(claims, TOKEN_AUDIENCE, tokenSeconds),
      expiresInSeconds: tokenSeconds,
    }),
    read: (token) => verify(token, TOKEN_AUDIENCE, 0),
    readResumable: async (token) => {
      try {
        return await verify(token, TOKEN_AUDIENCE, options.resumeDays * 86_400);
      } catch {
        return null;
      }
    },
    readIdentity: (token) => readIdentity(token, options.identityKeys ?? [], clock.now()),
    issueTicket: (claims) => sign(claims, TICKET_AUDIENCE, TICKET_SECONDS),
    readTicket: (ticket) => verify(ticket, TICKET_AUDIENCE, 0),
  };
}

const DAY_SECONDS = 86_400;

async function readIdentity(token: string, keys: readonly string[], now: Date): Promise<ReadIdentity | null> {
  if (!JWT_SHAPE.test(token) || token.length > LONGEST_IDENTITY) return null;
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, await importKey(key), {
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: DAY_SECONDS,
        currentDate: now,
      });
      const { sub = '', exp = 0, name, email } = payload;
      const said = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : null);
      const isExpired = exp <= now.getTime() / 1_000;
      if (sub !== '') return { id: sub.slice(0, 100), name: said(name), email: said(email), isExpired };
    } catch {
      // By the other key, or by none.
    }
  }
  return null;
}

function importKey(key: string) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return webcrypto.subtle.importKey('raw', Buffer.from(key, 'utf8'), algorithm, false, ['sign', 'verify']);
}

/** An id that cannot be guessed: 144 random bits in 24 characters that are safe in an address. */
export function randomId(): string {
  return randomBytes(18).toString('base64url');
}

/** A customer's id; Direct Line wants the prefix. */
export function randomUserId(): string {
  return `dl_${randomId()}`;
}
