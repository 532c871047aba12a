import type { AwayReason } from '../contracts/assignment.js';
import type { DeskRole } from '../contracts/desk.js';

export interface AgentRow {
  id: string;
  name: string;
  email: string;
  role: DeskRole;
  /** '' for an account without a password, that signs in through a provider alone. */
  passwordHash: string;
  createdAt: string;
  /** Since when nobody can sign in with it; null for an account in use. A removed one has no row. */
  lockedAt: string | null;
  /** When somebody signed in last; null before the first time. */
  signedInAt: string | null;
  /** Since when nothing is offered to them, and why; both null while they are available. */
  awayAt: string | null;
  awayBecause: AwayReason | null;
  /** When they took a conversation, or were offered one, last; null before the first. */
  assignedAt: string | null;
}

export interface SessionRow {
  tokenHash: string;
  agentId: string;
  createdAt: string;
  expiresAt: string;
  /** In which browser, in a few words; '' where that is not known. */
  device: string;
  /** When it was used last, right within a few minutes; null for one opened before this was kept. */
  seenAt: string | null;
  /**
   * What its owner showed to come in: an OpenID Connect provider asks for a second factor of its own; the one of a shift in a
   * channel has no token.
   */
  openedWith: 'password' | 'provider' | 'shift';
}

/** Who an account is at an OpenID Connect provider. */
export interface SignOnIdentityRow {
  issuer: string;
  /** Names a person at that issuer for ever (OpenID Connect Core 1.0, section 5.7). */
  subject: string;
  agentId: string;
  linkedAt: string;
}

/** How an agent looks to customers. */
export interface AgentPictureRow {
  /** Random, and the right to see it. */
  id: string;
  agentId: string;
  contentType: 'image/png' | 'image/jpeg';
  /** Base64, of some kilobytes. */
  bytes: string;
}

/** A name that no agent has any more, and that channels are to forget. */
export interface GoneNameRow {
  name: string;
  since: string;
  /** When channels are asked next. */
  nextAt: string;
}

/** A secret for codes by time. It is in no export and no log. */
export interface SecondFactorRow {
  agentId: string;
  /** Base32, sealed (`accounts/second-factor/secret-box.ts`); one of before that is as it is until the next start. */
  secret: string;
  /** Since when it is asked for; null while no code of it was confirmed. */
  confirmedAt: string | null;
  /** The step of the newest code that was used; no code is taken twice, and none older than it. */
  lastStep: number;
}

/** A recovery code that was not used. */
export interface RecoveryCodeRow {
  codeHash: string;
  agentId: string;
}

export interface InvitationRow {
  tokenHash: string;
  role: DeskRole;
  /** Agent who made it; null for the invitation of the first administrator. */
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** A link to a new password that was not used. */
export interface PasswordResetRow {
  tokenHash: string;
  agentId: string;
  /** The administrator who made it. */
  madeBy: string;
  createdAt: string;
  expiresAt: string;
}

/** That somebody did something with what is kept. */
export interface AuditRow {
  id: string;
  at: string;
  /** `agent`: an account at the desk; `system-user`: who is signed in to the machine. */
  actorKind: string;
  actorId: string;
  /** Such as `privacy.erase`. */
  action: string;
  /** What it was done with, and an id or a hash of it; never words. */
  subjectKind: string;
  subjectId: string;
  /** JSON: figures and kinds. */
  details: string;
}
