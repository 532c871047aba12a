import type { GraphUsage } from './graph-usage.js';

/** An error as the Graph API tells it: `{"error": {"message", "type", "code", "error_subcode", "is_transient"}}`. */
export interface GraphError {
  /** HTTP status. */
  readonly status: number;
  /** Null where the answer is not one of the Graph API's (a proxy in between). */
  readonly code: number | null;
  readonly subcode: number | null;
  /** Whether the Graph API itself says that trying again helps. */
  readonly isTransient: boolean;
  /** Its words without what may be a customer's text, a secret or an id; at most 200 characters. */
  readonly message: string;
}

/** What became of a call. */
export type GraphReply =
  | {
      readonly kind: 'answered';
      readonly body: Readonly<Record<string, unknown>>;
      readonly usage: GraphUsage | null;
    }
  | { readonly kind: 'refused'; readonly error: GraphError; readonly usage: GraphUsage | null }
  /** No answer that can be read: the call may have had its effect or not (a timeout, a connection that broke). */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** The call surely had no effect: no connection was made. */
  | { readonly kind: 'unreachable'; readonly reason: string };

/** A call that was refused or got lost, in one line for the log. */
export function reasonOf(reply: Exclude<GraphReply, { kind: 'answered' }>): string {
  if (reply.kind !== 'refused') return reply.reason;
  const { status, code, subcode, message } = reply.error;
  const name =
    code === null ? `HTTP ${status}` : `Graph error ${code}${subcode === null ? '' : `/${subcode}`}`;
  return message === '' ? name : `${name}: ${message}`;
}
