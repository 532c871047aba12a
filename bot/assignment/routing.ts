import type { DeskTeam } from '../contracts/assignment.js';
import type { HandoffReason } from '../contracts/desk.js';
import type { SpokenLanguage } from '../contracts/messages.js';

/** What a team is for; each part that is there must fit. */
export interface TeamRule {
  readonly reasons: ReadonlySet<HandoffReason> | null;
  readonly languages: ReadonlySet<SpokenLanguage> | null;
  readonly channels: ReadonlySet<string> | null;
  /** Whole words, or words that begin so, of the question; in lower case. */
  readonly words: readonly string[] | null;
}

export interface RoutedTeam extends DeskTeam {
  /** Null: for everything. */
  readonly rule: TeamRule | null;
}

/** What somebody at the desk can do. */
export interface Member {
  /** Ids of their teams. */
  readonly teams: ReadonlySet<string>;
  readonly languages: ReadonlySet<SpokenLanguage>;
  /** Units; null without a limit. */
  readonly capacity: number | null;
}

/** Who gets what at the desk. */
export interface Routing {
  /** In the order in which they are tried; the last is for everything. Empty where there are none. */
  readonly teams: readonly RoutedTeam[];
  /** @param email in lower case */
  memberOf(email: string): Member;
  /** Units that a conversation takes, by its channel's id. */
  weightOf(channelId: string): number;
  /** How long somebody waits, in milliseconds, before their language, and their team, is no longer asked for. */
  readonly languageMs: number;
  readonly teamMs: number;
}

/** What is known of a conversation that wants somebody. */
export interface Routed {
  readonly channelId: string;
  readonly language: SpokenLanguage;
  readonly reason: HandoffReason;
  readonly question: string;
  /** The team that an agent passed it on to; left out, or null, for none. */
  readonly passedTo?: string | null;
}

export const ALL_LANGUAGES: ReadonlySet<SpokenLanguage> = new Set(['nl', 'en']);

/** Of channels that no file weighs: a web chat wants its answer at once, everything else can wait a little. */
export const USUAL_WEIGHTS: Readonly<Record<string, number>> = { directline: 2, webchat: 2, '*': 1 };
export const USUAL_CAPACITY = 6;
const USUAL_LANGUAGE_MS = 2 * 60_000;
const USUAL_TEAM_MS = 5 * 60_000;

/** One queue for everybody. @param capacity units of each agent; null without a limit */
export function oneQueue(capacity: number | null): Routing {
  const anybody: Member = { teams: new Set(), languages: ALL_LANGUAGES, capacity };
  return {
    teams: [],
    memberOf: () => anybody,
    weightOf: weigher(USUAL_WEIGHTS),
    languageMs: USUAL_LANGUAGE_MS,
    teamMs: USUAL_TEAM_MS,
  };
}

/** Looks weights up by channel; "*" is for those that are not named. */
export function weigher(weights: Readonly<Record<string, number>>): (channelId: string) => number {
  const byChannel = new Map(Object.entries(weights));
  return (channelId) => byChannel.get(channelId) ?? byChannel.get('*') ?? 1;
}

/** The team that a conversation goes to: the one it was passed on to, else the first whose rule fits; null where there are none. */
export function teamOf({ teams }: Pick<Routing, 'teams'>, routed: Routed): string | null {
  const { passedTo } = routed;
  if (passedTo && teams.some(({ id }) => id === passedTo)) return passedTo;
  return teams.find(({ rule }) => rule === null || fits(rule, routed))?.id ?? null;
}

function fits(rule: TeamRule, { channelId, language, reason, question }: Routed): boolean {
  return (
    (rule.reasons?.has(reason) ?? true) &&
    (rule.languages?.has(language) ?? true) &&
    (rule.channels?.has(channelId) ?? true) &&
    (rule.words === null || speaksOf(question, rule.words))
  );
}

function speaksOf(question: string, words: readonly string[]): boolean {
  const said = question.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return said.some((word) => words.some((begin) => word.startsWith(begin)));
}
