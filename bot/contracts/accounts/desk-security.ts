import type { DeskAgent } from '../desk.js';

/** What may come with a password. */
export interface SignInExtras {
  /** A code of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
  /** In which browser, in a few words (`Firefox · Windows`); '' or left out where that is not known. */
  readonly device?: string | undefined;
}

/** Whether an account signs in with a code beside its password. */
export interface SecondFactor {
  readonly isOn: boolean;
  /** Whether the operators demand it of this account. */
  readonly isDemanded: boolean;
  /** Recovery codes that were not used. */
  readonly recoveryCodes: number;
}

/** What is shown once to set up an authenticator app. */
export interface SecondFactorStart {
  /** Base32, to be typed where nothing can be scanned. */
  readonly secret: string;
  /** The QR code: a row a string, `1` for a dark module; a quiet border is in it. */
  readonly qr: readonly string[];
}

/** A browser in which an account is signed in. Times are ISO 8601 in UTC. */
export interface OpenSessionLook {
  /** Names the session and opens nothing. */
  readonly id: string;
  /** '' where it is not known. */
  readonly device: string;
  readonly since: string;
  /** Right within five minutes. */
  readonly lastSeen: string;
  /** Whether it is that of who asks. */
  readonly isOwn: boolean;
}

/** Something that was done, for administrators; ids are of accounts, conversations or hashes, never words. */
export interface AuditLine {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string;
  /** Name of the account, where there is one still. */
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What of the audit is looked for; what is left out does not matter. Times are ISO 8601 in UTC. */
export interface AuditSearch {
  /** Such as `account`: actions that begin so. */
  readonly area?: string | undefined;
  /** Id of the account that did it, or that it was done with. */
  readonly accountId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/** A page of the audit, the newest first. */
export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Where older ones begin; null where there are none. */
  readonly next: string | null;
}

/** What an agent did with conversations that leaves no other trace. */
export type AuditedAct = 'conversation.read' | 'conversation.search' | 'conversation.take-over';

/** The second factor, sessions and the audit of accounts. */
export interface DeskSecurity {
  /**
   * Who signed in with a password and must set up the second factor before anything else; null for others. `agentOf`
   * knows no session of theirs until then.
   */
  unfinished(token: string): Promise<DeskAgent | null>;
  secondFactor(agentId: string): Promise<SecondFactor>;
  /**
   * Makes a secret, which counts once a code of it was confirmed.
   * @throws PASSWORD_WRONG, SECOND_FACTOR_ON, PASSWORDS_BUSY, PASSWORD_CHECK_FAILED
   */
  beginSecondFactor(agentId: string, password: string): Promise<SecondFactorStart>;
  /**
   * Switches the second factor on; gives the recovery codes, which are shown once.
   * @throws CODE_WRONG, CODES_PAUSED, SECOND_FACTOR_ON
   */
  confirmSecondFactor(agentId: string, code: string): Promise<readonly string[]>;
  /**
   * Switches it off.
   * @throws PASSWORD_WRONG, CODE_WRONG, CODES_PAUSED, SECOND_FACTOR_DEMANDED, PASSWORDS_BUSY, PASSWORD_CHECK_FAILED
   */
  endSecondFactor(agentId: string, password: string, code: string): Promise<void>;
  /**
   * Takes the second factor from an account whose owner lost it, and ends its sessions.
   * @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN
   */
  resetSecondFactor(agentId: string, by: DeskAgent): Promise<void>;
  /** The sessions of an account, the newest first, fifty at most. @param token of who asks */
  sessionsOf(agentId: string, token: string | null): Promise<readonly OpenSessionLook[]>;
  /** Ends one of one's own; one that is over is no error. */
  endOwnSession(agentId: string, sessionId: string): Promise<void>;
  /** Ends all of one's own but the one of `token`. */
  endOtherSessions(agentId: string, token: string): Promise<void>;
  /** As `sessionsOf`, for administrators. @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN */
  sessionsOfAccount(agentId: string, by: DeskAgent): Promise<readonly OpenSessionLook[]>;
  /** Ends one of an account's, for administrators. @throws ACCOUNT_CHANGE_FORBIDDEN, ACCOUNT_UNKNOWN */
  endSessionOfAccount(agentId: string, sessionId: string, by: DeskAgent): Promise<void>;
  /** Calls `listener` with the id of an agent some of whose sessions were ended; returns how to stop listening. */
  onSomeSessionsEnded(listener: (agentId: string) => void): () => void;
  /** Keeps that an agent did something with a conversation, or with many (`conversationId` of null). */
  keepAct(act: AuditedAct, by: DeskAgent, conversationId: string | null): Promise<void>;
  /** @throws ACCOUNT_CHANGE_FORBIDDEN */
  audit(search: AuditSearch, by: DeskAgent): Promise<AuditPage>;
}
