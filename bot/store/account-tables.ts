import type { AwayReason } from '../contracts/assignment.js';

export interface AgentRow {
  id: string;
  name: string;
  email: string;
  role: 'administrator' | 'content' | 'agent';
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
}

export interface InvitationRow {
  tokenHash: string;
  role: 'administrator' | 'content' | 'agent';
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
