/** An answer that a customer was promised; times are ISO 8601 in UTC. */
export interface DeskPromise {
  /** Until when; null while it stands still, because the customer is to answer, and once it is broken. */
  readonly dueAt: string | null;
  /** From when on three quarters of its opening time are gone; null as above. */
  readonly warnAt: string | null;
  /** When it ran out before it was kept; null while it has not. */
  readonly brokenAt: string | null;
}
