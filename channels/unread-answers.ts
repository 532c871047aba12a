import type { ServerResponse } from 'node:http';

/** Answers that were given and that the other side has not taken yet: they stand in our memory until it does. */
export interface UnreadAnswers {
  /**
   * Counts an answer until it is taken or its connection ends. Where a key has too many, or all have, the one that has
   * been waiting longest loses its connection: whoever comes new is most likely to read.
   * @param key what is counted together, such as a conversation or an address
   */
  add(response: ServerResponse, key: string): void;
}

export interface UnreadLimits {
  readonly ofKey: number;
  readonly inAll: number;
}

export function createUnreadAnswers(limits: UnreadLimits): UnreadAnswers {
  // Sets keep the order of arrival.
  const all = new Set<ServerResponse>();
  const byKey = new Map<string, Set<ServerResponse>>();

  function endOldest(answers: ReadonlySet<ServerResponse>, most: number): void {
    const [oldest] = answers;
    // The connection and not the answer: one that waits behind another on the same connection has nothing to end.
    if (oldest && answers.size > most) oldest.req.socket.destroy();
  }

  return {
    add(response, key) {
      const ofKey = byKey.get(key) ?? new Set();
      byKey.set(key, ofKey);
      for (const answers of [all, ofKey]) answers.add(response);
      const taken = () => {
        for (const answers of [all, ofKey]) answers.delete(response);
        if (ofKey.size === 0 && byKey.get(key) === ofKey) byKey.delete(key);
      };
      response.once('finish', taken);
      response.once('close', taken);
      endOldest(all, limits.inAll);
      endOldest(ofKey, limits.ofKey);
    },
  };
}
