import type { HeardSignal } from '../../contracts/desk.js';

/** Somebody who reads along in a hand-off that a colleague has, until it ends. */
export interface ReaderAlongRow {
  conversationId: string;
  agentId: string;
  handoffId: string;
  /** 1 where neither the agent nor the customer is told. */
  isUnseen: number;
  since: string;
}

/** That the bot heard a complaint, or somebody who may buy; the newest time of each kind. */
export interface HeardSignalRow {
  conversationId: string;
  kind: HeardSignal;
  at: string;
}
