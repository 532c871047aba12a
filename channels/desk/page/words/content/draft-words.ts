/** From an answer to one customer to the knowledge for all. */
export interface DraftWords {
  /** Of the button at a conversation, and of the box to tick where it is closed. */
  readonly share: string;
  readonly title: string;
  readonly hint: string;
  readonly question: string;
  readonly answer: string;
  readonly submit: string;
  readonly redacted: string;
  readonly done: string;
  readonly close: string;
  readonly waiting: string;
  readonly noneWaiting: string;
  readonly look: string;
  readonly lookOf: (question: string) => string;
  readonly by: (author: string, at: string) => string;
  readonly own: string;
  readonly decideHint: string;
  readonly approve: string;
  readonly refuse: string;
  readonly refuseTitle: string;
  readonly refuseHint: string;
  readonly approved: string;
  readonly refused: string;
  readonly inUse: string;
  readonly approvedBy: (name: string, at: string) => string;
  readonly takeBack: string;
  readonly takeBackOf: (question: string) => string;
  readonly takeBackTitle: string;
  readonly takeBackHint: string;
  readonly takenBack: string;
}
