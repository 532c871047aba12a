/** Everything the widget says by itself. What the bot says comes from the server. */
export interface WidgetWords {
  readonly title: (company: string) => string;
  readonly greeting: string;
  readonly botName: string;
  readonly botRole: string;
  readonly agentRole: string;
  readonly open: string;
  readonly unread: (count: number) => string;
  readonly close: string;
  readonly conversation: string;
  readonly you: string;
  readonly moreBelow: string;
  readonly typing: (name: string) => string;
  readonly joined: (name: string) => string;
  readonly botIsBack: (name: string) => string;
  readonly person: string;
  readonly cancelRequest: string;
  readonly waiting: string;
  /** The place may be told late: those before may have gone since, nobody can have come before. */
  readonly place: (position: number) => string;
  readonly inputLabel: string;
  readonly inputHint: string;
  readonly send: string;
  readonly attach: string;
  readonly removeFile: (name: string) => string;
  readonly charactersLeft: (count: number) => string;
  readonly sending: string;
  readonly notSent: string;
  /** That an agent has read it. */
  readonly read: string;
  readonly retry: string;
  /** What an error of the server means for the customer, by its code. */
  readonly refusals: Readonly<Record<string, string>>;
  /** Why a message was not taken, by the code of the server's error; '' where the bot says it. */
  readonly refused: (code: string) => string;
  readonly filesLost: string;
  readonly tooManyFiles: (most: number) => string;
  readonly fileTooLarge: (name: string, megabytes: number) => string;
  readonly fileNotAllowed: (name: string) => string;
  readonly connecting: string;
  readonly offline: string;
  /** In its place where the server answers that it was asked too much. */
  readonly crowded: string;
  readonly connectNow: string;
  readonly online: string;
  readonly startedAgain: string;
  readonly less: string;
  readonly inCommunity: string;
  /** The same of an article of the company. */
  readonly onHelpPage: string;
  readonly inReplyTo: string;
  readonly newTab: string;
  readonly menu: string;
  readonly firstQuestions: string;
  readonly privacy: string;
  readonly privacyMore: string;
  /** Of a picture that phones make and nobody else shows, and of a letter. */
  readonly heicNotAllowed: (name: string) => string;
  readonly wordNotAllowed: (name: string) => string;
}
