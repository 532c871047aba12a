/** Customers of one network address were not let into the queue, because so many of it are there; it stays for an hour. */
export interface QueueNotice {
  readonly door: null;
  readonly alert: 'address-full';
  /** ISO 8601 in UTC. */
  readonly since: string;
}
