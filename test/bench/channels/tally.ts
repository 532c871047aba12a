/** A message of the server's conversation store. */
export interface KeptMessage {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly status: string;
  /** The channel's id. */
  readonly activityId: string | null;
  readonly turnId: string | null;
  readonly sequence: number;
  /** The channel's ids of the activities it was sent as. */
  readonly sentIds: readonly string[];
}

/** What a customer saw of one conversation. */
export interface Seen {
  /** Whether even what is no message arrives, under our own id; elsewhere such ids stand for what is not shown. */
  readonly areEventsShown: boolean;
  readonly questions: readonly { readonly questionId: string; readonly answerId: string | null }[];
  /** The channel's ids of all messages that arrived. */
  readonly received: readonly string[];
}

export interface Tally {
  /** Messages that arrived. */
  readonly arrived: number;
  /** Questions without an answer, messages that were not sent, and messages sent that did not arrive. */
  readonly lost: number;
  /** Messages that arrived twice or that the server does not know of, and questions that were answered twice. */
  readonly doubled: number;
  /** Questions whose first answer, as it was timed, was an answer to something else. */
  readonly mistaken: number;
}

/** Holds what arrived in a conversation against what the server kept of it. */
export function tally({ areEventsShown, questions, received }: Seen, kept: readonly KeptMessage[]): Tally {
  const asked = kept.filter(({ direction }) => direction === 'in');
  const said = kept.filter(({ direction }) => direction === 'out').sort((a, b) => a.sequence - b.sequence);
  const sentIds = said.flatMap((message) =>
    message.sentIds.filter((id) => areEventsShown || !id.startsWith(message.id)),
  );
  const arrived = new Set(received);
  const known = new Set(sentIds);

  const lostAnswers = questions.filter(({ answerId }) => answerId === null).length;
  const unsent = said.filter(({ status }) => status !== 'sent').length;
  const notArrived = sentIds.filter((id) => !arrived.has(id)).length;
  const repeated = received.length - arrived.size;
  const unknown = [...arrived].filter((id) => !known.has(id)).length;
  const askedTwice = asked.length - new Set(asked.map(({ activityId }) => activityId)).size;
  const firstOf = (questionId: string) => {
    const turnId = asked.find(({ activityId }) => activityId === questionId)?.turnId;
    return turnId ? said.find((message) => message.turnId === turnId) : undefined;
  };
  const mistaken = questions.filter(
    ({ questionId, answerId }) => answerId !== null && !firstOf(questionId)?.sentIds.includes(answerId),
  ).length;
  return {
    arrived: arrived.size,
    lost: lostAnswers + unsent + notArrived,
    doubled: repeated + unknown + askedTwice,
    mistaken,
  };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (of: keyof Tally) => tallies.reduce((total, one) => total + one[of], 0);
  return { arrived: sum('arrived'), lost: sum('lost'), doubled: sum('doubled'), mistaken: sum('mistaken') };
}
