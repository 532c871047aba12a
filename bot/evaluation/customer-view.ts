import type { Hear } from '../../index/contracts/hearing.js';
import { drawLabels, type SearchedQuestion, type SearchedSet } from '../../index/evaluation/search-set.js';
import type { SafetyTexts, TurnFacts } from '../turn/contracts.js';
import { decide, searchFor, startState, understand } from '../turn/turn.js';

/** What customers see who ask a question first thing; shares from 0 to 1. `right`, `choices`, `wrong` and `person` add up to 1. */
export interface CustomerView {
  readonly asked: number;
  /** The right answer comes first in the search, whatever is made of it. */
  readonly first: number;
  /** The right answer, with or without doubt. */
  readonly right: number;
  /** The right question among the choices. */
  readonly choices: number;
  /** A wrong answer, with or without doubt. */
  readonly wrong: number;
  /** Whatever else: a person, or choices without the right one. */
  readonly person: number;
  /** Of all: an answer below a line that says what of the question it does not mention. */
  readonly line: number;
  /** Of all: such a line that names a word which makes it another question. */
  readonly named: number;
}

/** Views by kind of question; `all` for all together. */
export type ViewsByKind = Readonly<Record<string, CustomerView>>;

/** The views of a set, by how many labels it has. */
export interface SetView {
  readonly set: string;
  readonly items: number;
  readonly byLabels: readonly { readonly labels: number; readonly byKind: ViewsByKind }[];
}

interface Seen {
  readonly isFirst: boolean;
  readonly as: 'right' | 'choices' | 'wrong' | 'person';
  /** What the shown answer is said not to mention; none where no answer is shown. */
  readonly unmentioned: readonly string[];
  readonly changed: readonly string[];
}

/**
 * What customers of a community see, by the bot's own decisions.
 * @param labels how many of its questions the community has labelled: drawn from the set and left out, a mean over draws
 */
export function viewSet(set: SearchedSet, labels: number, safetyTexts: SafetyTexts, hear: Hear): ViewsByKind {
  const facts = { ...FACTS, safetyTexts };
  const views = drawLabels(set, labels).map((questions) => viewOnce(questions, facts, hear));
  const kinds = [...new Set(views.flatMap((view) => Object.keys(view)))];
  return Object.fromEntries(kinds.map((kind) => [kind, meanView(views.flatMap((view) => view[kind] ?? []))]));
}

function viewOnce(questions: readonly SearchedQuestion[], facts: TurnFacts, hear: Hear): ViewsByKind {
  const byKind = new Map<string, Seen[]>([['all', []]]);
  for (const question of questions) {
    const seen = seenOf(question, facts, hear);
    byKind.get('all')?.push(seen);
    const { kind } = question.query;
    if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), seen]);
  }
  return Object.fromEntries([...byKind].map(([kind, seen]) => [kind, shares(seen)]));
}

/** What the bot makes of a question that opens a conversation. */
function seenOf(question: SearchedQuestion, facts: TurnFacts, hear: Hear): Seen {
  const [first] = question.found.hits;
  return {
    isFirst: first !== undefined && question.isRight(first.item.id),
    changed: question.query.changed ?? [],
    ...shownOf(question, facts, hear),
  };
}

function shownOf(
  { query, vectors, found, isRight }: SearchedQuestion,
  facts: TurnFacts,
  hear: Hear,
): Pick<Seen, 'as' | 'unmentioned'> {
  const state = startState(null);
  const input = { text: query.text, value: null, hasAttachments: false, locale: null };
  const understanding = understand(input, state, facts.handoff, { hear, vectors });
  const isSearched = searchFor(understanding, state) !== null;
  const decision = decide(understanding, state, isSearched ? found : null, facts);
  if (decision.kind === 'answer' || decision.kind === 'answer-with-doubt') {
    const { item, unmentioned = [] } = decision.hit;
    return { as: isRight(item.id) ? 'right' : 'wrong', unmentioned };
  }
  const isOffered = decision.kind === 'ask-back' && decision.options.some(({ item }) => isRight(item.id));
  return { as: isOffered ? 'choices' : 'person', unmentioned: [] };
}

const FACTS: Omit<TurnFacts, 'safetyTexts'> = {
  turnId: '',
  now: new Date(0),
  botName: '',
  companyName: '',
  handoff: 'with-bot',
  queuePosition: 1,
  isAttended: false,
  oldAfterMonths: 0,
  findItem: () => null,
};

function shares(seen: readonly Seen[]): CustomerView {
  const share = (one: Seen['as']) => seen.filter(({ as }) => as === one).length / Math.max(1, seen.length);
  return {
    asked: seen.length,
    first: seen.filter(({ isFirst }) => isFirst).length / Math.max(1, seen.length),
    right: share('right'),
    choices: share('choices'),
    wrong: share('wrong'),
    person: share('person'),
    line: seen.filter(({ unmentioned }) => unmentioned.length > 0).length / Math.max(1, seen.length),
    named: seen.filter(isNamed).length / Math.max(1, seen.length),
  };
}

function isNamed({ unmentioned, changed }: Seen): boolean {
  const named = new Set(unmentioned.flatMap((name) => name.toLowerCase().split(' ')));
  return changed.some((words) =>
    words
      .toLowerCase()
      .split(/\s+/)
      .some((word) => named.has(word)),
  );
}

/** The mean of views; each counts alike. */
export function meanView(views: readonly CustomerView[]): CustomerView {
  const mean = (name: keyof CustomerView) =>
    views.reduce((sum, view) => sum + view[name], 0) / Math.max(1, views.length);
  return {
    asked: mean('asked'),
    first: mean('first'),
    right: mean('right'),
    choices: mean('choices'),
    wrong: mean('wrong'),
    person: mean('person'),
    line: mean('line'),
    named: mean('named'),
  };
}
