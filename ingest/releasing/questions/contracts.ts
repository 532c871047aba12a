/**
 * The company's own questions, asked to two releases before one takes the other's place, as types.
 */

/** A question of which it is known what answers it. */
export interface KnownQuestion {
  /** What people call it: its id in the file, else file and line; of a verdict the question itself. */
  readonly name: string;
  readonly question: string;
  /** Ids of items that answer it; none for one that a person must answer. */
  readonly right: readonly string[];
  /** Ids of items that somebody said do not. */
  readonly wrong: readonly string[];
  /** Whether `right` names every item that answers it. */
  readonly isComplete: boolean;
  /** Whether no release may lose its right answer. */
  readonly mustPass: boolean;
  /** Of a label file, whose questions guard releases, or of a customer's or agent's verdict, which only tell. */
  readonly from: 'file' | 'verdict';
}

/**
 * What a customer with that question gets, worst first. `wrong`: told what does not answer it. `person`: nothing, so a
 * person is offered. `offered`: the right one is in the list of "did you mean". `right`: told what answers it, or, where a
 * person must answer, told nothing. `other`: told something nobody judged.
 */
export type AnswerOutcome = 'wrong' | 'person' | 'other' | 'offered' | 'right';

/** What a release says to a question. */
export interface GivenAnswer {
  readonly outcome: AnswerOutcome;
  /** Whether it is told as the answer, without doubt: what the wanted precision speaks of. */
  readonly isSure: boolean;
  /** The item that comes first, told or not; null where nothing was found. */
  readonly itemId: string | null;
  readonly title: string | null;
  /** From 0 to 1. */
  readonly probability: number;
}

/** A question with what two releases say to it. */
export interface AskedTwice {
  readonly known: KnownQuestion;
  readonly before: GivenAnswer;
  readonly after: GivenAnswer;
}

/** How many questions each outcome had. */
export type OutcomeCounts = Readonly<Record<AnswerOutcome, number>>;

/** What a release would change for the questions that are known. */
export interface QuestionsEffect {
  /** Questions of label files that were asked. */
  readonly asked: number;
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  /** The change of the share of right answers with its 95 % interval, each from -1 to 1; null where none was asked. */
  readonly change: { readonly share: number; readonly low: number; readonly high: number } | null;
  /** How many questions it takes to tell a change of two points; null where those there are suffice. */
  readonly needed: number | null;
  /** Of what is told without doubt the share that is right; null where nothing is. */
  readonly precision: { readonly before: number | null; readonly after: number | null };
  /** How many answers without doubt the candidate's precision rests on. */
  readonly sure: number;
  /** Those that get better or worse, verdicts' among them; questions that must pass first. */
  readonly better: readonly AskedTwice[];
  readonly worse: readonly AskedTwice[];
  /** Questions that must pass and do not, neither before nor after. */
  readonly failing: readonly KnownQuestion[];
  /** Questions of verdicts that were asked besides. */
  readonly verdicts: number;
}

/** Why there is no effect to tell. */
export type NoEffect =
  | 'no-questions' // none is known about the items
  | 'nothing-live'
  | 'live-unreadable' // of another model or format
  | 'nothing-changes'; // the live release holds the same

/** Why a release does not take the place of the live one without a person's word. */
export type HoldReason =
  | { readonly kind: 'items-go'; readonly source: string; readonly held: number; readonly gone: number }
  | { readonly kind: 'answers-less'; readonly before: number; readonly after: number }
  | {
      readonly kind: 'fewer-right';
      readonly asked: number;
      readonly change: { readonly share: number; readonly low: number; readonly high: number };
    }
  | { readonly kind: 'must-pass-lost'; readonly names: readonly string[] }
  | {
      readonly kind: 'less-precise';
      readonly before: number;
      readonly after: number;
      readonly wanted: number;
      readonly sure: number;
    };
