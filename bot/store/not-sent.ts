/** The columns of a message that only sending, and what is sent, fills. */
export const NOT_SENT = {
  sentIds: null,
  arrivals: null,
  uncertainUntil: null,
  problem: null,
  slot: null,
  replacesId: null,
  replyKey: null,
} as const;
