/** The columns of a message that only sending fills. */
export const NOT_SENT = {
  sentIds: null,
  arrivals: null,
  uncertainUntil: null,
  problem: null,
  slot: null,
  replacesId: null,
} as const;
