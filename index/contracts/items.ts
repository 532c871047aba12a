import type { AnswerTree } from '../answers/answer-tree.js';

/** A language as an IETF primary tag in lower case: `nl`, `en`, `de`, `fr`. */
export type Language = string;

/** Somebody who wrote in the community. */
export interface Author {
  readonly name: string;
  /** Their standing in the community in the community's own words, such as "Superuser". */
  readonly rank: string | null;
}

/** What somebody wrote on a question, beside its answer. */
export interface Statement {
  /** Markdown, cleaned and without personal data like an answer. */
  readonly text: string;
  /** The same as a tree: made when a release is built. */
  readonly tree?: AnswerTree;
  readonly author: Author;
  /** When it was written or last edited. ISO 8601 in UTC; null where the source does not tell. */
  readonly at: string | null;
  /** Link to it, https only; null where the source has none. */
  readonly url: string | null;
}

/** Another thread that asks the same, told with one answer. */
export interface SameThread {
  readonly id: string;
  readonly question: string;
  readonly author: Author;
  /** When its own answer was written or last edited. ISO 8601 in UTC; null where the source does not tell. */
  readonly at: string | null;
  /** Link to its own answer, https only; null where the source has none. */
  readonly url: string | null;
  /** Why its answer stands behind: what the one that is told has more of. */
  readonly because: string;
}

/** That an answer is not, or not only, in its author's words. */
export interface EditedAnswer {
  /** Name of the company. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The answer of the source, in Markdown. */
  readonly original: string;
}

/** Why an answer may not hold any more. */
export type StaleReason = 'product-ended' | 'contradicted' | 'votes-fell' | 'links-dead';

/** What speaks most against an answer still holding, as customers are told it. */
export interface StaleAnswer {
  readonly because: StaleReason;
  /** The product that ended, where that is why. */
  readonly product?: string;
}

/** One question of the community and its one answer, the accepted one or what corrects it: what a release is made of. */
export interface Item {
  /** `<source>:<id in the source>`, stable over releases. */
  readonly id: string;
  /** Name of the source it came from. */
  readonly source: string;
  /** The question as its asker put it, one line of plain text. */
  readonly question: string;
  /** Other wordings of the same question: threads that the community marked as duplicates, confirmed wordings. */
  readonly phrasings: readonly string[];
  /**
   * What customers wrote who asked it: the text below the title and the words of others who had the same, in parts, without
   * personal data. Searched, and never shown to anybody. None where left out.
   */
  readonly asked?: readonly string[];
  /** The answer in Markdown, cleaned and without personal data; '' where a corpus has questions only. */
  readonly answer: string;
  /** Answers that this one corrects, newest first: they hold no longer, or not as a whole. None where left out. */
  readonly earlier?: readonly Statement[];
  /** The sentence of the answer, in Markdown, that says what is otherwise than in `earlier`: shown with every part of it. */
  readonly whatChanged?: string;
  /** What was added later by others, oldest first. None where left out. */
  readonly additions?: readonly Statement[];
  /** The question that the answer was given to, where that is another, newer thread's. */
  readonly answeredIn?: string;
  /** Threads that ask the same and whose answers agree, told with this one. None where left out. */
  readonly sameIn?: readonly SameThread[];
  /**
   * Whether it is an article that the company wrote itself, not an answer of its community: `author` is then the company. It
   * stands behind a community's answer that is about as likely.
   */
  readonly isOfficial?: boolean;
  /** Whether nobody accepted the answer; it was chosen by a rule. */
  readonly isUnaccepted?: boolean;
  /** How much speaks against relying on the answer, above 0 and at most 1; it is believed less. Nothing where left out. */
  readonly doubt?: number;
  /** That the answer may not hold any more; `doubt` says how much. Nothing where left out. */
  readonly stale?: StaleAnswer;
  /** How many later replies say that the answer does not hold, of people whom the thread does not know. None where left out. */
  readonly laterDoubts?: number;
  /** Whether the company marked the answer as outdated. */
  readonly isOutdated?: boolean;
  /** Whether the company wants it to lead where threads ask the same. */
  readonly isPinned?: boolean;
  /** That the company wrote the answer anew, and what its source gives. Nothing where left out. */
  readonly edited?: EditedAnswer;
  /** Whether who asked found the answer. */
  readonly isByAsker?: boolean;
  /** Whether sentences of the answer were left out that are for its asker alone or held personal data. */
  readonly isShortened?: boolean;
  /**
   * Tells which answer of its source this is, where sentences went that only a trained classifier took for asides: what was
   * withdrawn is known by the source's own words. Nothing where left out.
   */
  readonly sourceSign?: string;
  readonly language: Language;
  /** Who wrote the answer. */
  readonly author: Author;
  readonly votes: number;
  /** ISO 8601 in UTC; null where the source does not tell. */
  readonly askedAt: string | null;
  /** When the answer was written or last edited. ISO 8601 in UTC; null where the source does not tell. */
  readonly answeredAt: string | null;
  readonly tags: readonly string[];
  /** Where in its community the question stands, by the community's own name for it. Nothing where left out. */
  readonly category?: string;
  /** The company's product that it is about, by the name of the list of products. Nothing where left out. */
  readonly product?: string;
  /** Licence of the text as the source names it, such as "CC BY-SA 4.0". */
  readonly licence: string | null;
  /** Link to the answer itself, https only; null where the source has none. */
  readonly url: string | null;
}
