import type { ServerResponse } from 'node:http';

/** Answers that were given and that the other side has not taken yet: they stand in our memory until it does. */
interface UnreadAnswers {
  /**
   * Counts an answer until it is taken or its connection ends. Where a key has too many, or all have, the one that has
   * been waiting longest loses its connection: whoever comes new is most likely to read.
   * @param key what is counted together, such as a conversation or an address
   */
  add(response: ServerResponse, key: string): void;
}

interface UnreadLimits {
  readonly ofKey: number;
  readonly inAll: number;
}

interface Answer {
  readonly response: ServerResponse;
  /** It counts no more. */
  readonly forget: () => void;
}

export function createUnreadAnswers(limits: UnreadLimits): UnreadAnswers {
  // Sets keep the order of arrival.
  const all = new Set<Answer>();
  const byKey = new Map<string, Set<Answer>>();

  function endOldest(answers: ReadonlySet<Answer>, most: number): void {
    const [oldest] = answers;
    if (!oldest || answers.size <= most) return;
    // At once: the connection tells later that it has closed, and the next answer must not end the same one again.
    oldest.forget();
    // The connection and not the answer: one that waits behind another on the same connection has nothing to end.
    oldest.response.req.socket.destroy();
  }

  return {
    add(response, key) {
      const ofKey = byKey.get(key) ?? new Set();
      byKey.set(key, ofKey);
      const answer: Answer = {
        response,
        forget() {
          for (const answers of [all, ofKey]) answers.delete(answer);
          if (ofKey.size === 0 && byKey.get(key) === ofKey) byKey.delete(key);
        },
      };
      for (const answers of [all, ofKey]) answers.add(answer);
      response.once('finish', answer.forget);
      response.once('close', answer.forget);
      endOldest(all, limits.inAll);
      endOldest(ofKey, limits.ofKey);
    },
  };
}
