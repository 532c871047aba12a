/** By what a person is known. */
export type PersonKey =
  /** As a channel knows them: `directline` and the id of a user. */
  | { readonly kind: 'customer'; readonly channelId: string; readonly customerId: string }
  /** An e-mail address that they wrote, that was noted of them, or by which their channel knows them. */
  | { readonly kind: 'email'; readonly email: string }
  /** Whoever is the customer of a conversation: our id of it, or the channel's. */
  | { readonly kind: 'conversation'; readonly conversationId: string };

/** Who asks for it, for the audit. */
export interface PrivacyActor {
  readonly kind: 'agent' | 'system-user';
  /** Id of the account at the desk, or the name of who is signed in to the machine. */
  readonly id: string;
}

/** A conversation of the person. Times are ISO 8601 in UTC. */
export interface PersonConversation {
  readonly id: string;
  readonly channelId: string;
  readonly customerId: string;
  /** '' where the channel does not tell. */
  readonly customerName: string;
  readonly createdAt: string;
  readonly lastActivityAt: string;
}

/** What is kept of a person: where, and how much. */
export interface FoundPerson {
  readonly conversations: readonly PersonConversation[];
  /** Rows by place (a table, `files`, `learned wordings`), those with something alone. */
  readonly counts: Readonly<Record<string, number>>;
}

/** All that is kept of a person, for machines and people; rows stand as they are stored. */
export interface PersonExport extends FoundPerson {
  readonly exportedAt: string;
  readonly key: PersonKey;
  /** Rows by table. JSON that is stored as text is given as JSON. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** What customers' answers taught, in use or waiting for a review: the person's own wordings. */
  readonly learnedWordings: readonly { readonly itemId: string; readonly wording: string }[];
  /** Names of files in the folder of uploads. */
  readonly files: readonly string[];
}

/** What was erased. */
export interface ErasedPerson extends FoundPerson {
  readonly erasedAt: string;
  readonly tookMs: number;
  /** Whether a wording of theirs stands in a release: hidden now, left out by the next run of ingest. */
  readonly isInRelease: boolean;
  /** Distinctive words of theirs that still stand in a file because somebody else said the same. */
  readonly leftovers: number;
}

/** Finds, hands out and erases what is kept of one person. */
export interface Privacy {
  /** @throws PERSON_TOO_MANY where an e-mail address leads to more people than are one */
  find(key: PersonKey, by: PrivacyActor): Promise<FoundPerson>;
  /** @throws PERSON_TOO_MANY */
  export(key: PersonKey, by: PrivacyActor): Promise<PersonExport>;
  /** Erases for good. What the person writes afterwards is a conversation of its own. @throws PERSON_TOO_MANY */
  erase(key: PersonKey, by: PrivacyActor): Promise<ErasedPerson>;
}
