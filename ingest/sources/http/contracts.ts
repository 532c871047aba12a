/**
 * How communities are fetched, as types.
 */

/** The time of day and waiting, passed in so that tests move time instead of waiting. */
export interface Patience {
  now(): Date;
  wait(ms: number): Promise<void>;
}

/** How a request is made, where it differs from a plain GET. */
export interface FetchOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** A form that is posted, such as for an access token; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
  /** Whether only its head is asked for: the answer has no bytes. */
  readonly isHead?: boolean;
  /** Bytes that the answer may have, unpacked; the setting of the fetch where left out. */
  readonly mostBytes?: number;
  /** Statuses beside 2xx that are an answer and no error, such as 404 or 304. */
  readonly accepted?: readonly number[];
}

/** An answer of a community. */
export interface FetchReply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** Where it came from, after redirects. */
  readonly url: string;
}

/** Reads from the hosts of one community, and from no others. */
export interface GuardedFetch {
  /**
   * @throws SOURCE_ADDRESS_REFUSED, SOURCE_UNREACHABLE, SOURCE_ACCESS_DENIED, SOURCE_ANSWER_UNUSABLE; none of them
   * names what stands behind the "?" of an address, where keys may be
   */
  fetch(url: string, options?: FetchOptions): Promise<FetchReply>;
  /** Makes nobody ask this host again for so long, as a community may say in the answer itself. */
  holdOff(url: string, ms: number): void;
}
