import type { HeardSignal } from '../../../../../bot/contracts/desk.js';
import type { TeamPresence } from '../../state/lead/select-team.js';

/** The words of the team lead's page, and of reading along. */
export interface LeadWords {
  readonly title: string;
  readonly now: {
    readonly title: string;
    readonly waiting: string;
    readonly longest: string;
    readonly atRisk: string;
    readonly broken: string;
    readonly live: string;
    readonly byTeam: string;
    readonly noTeam: string;
  };
  readonly people: {
    readonly title: string;
    readonly name: string;
    readonly presence: string;
    readonly load: string;
    readonly presences: Readonly<Record<TeamPresence, string>>;
    readonly counts: (here: number, away: number, gone: number) => string;
    readonly mayHave: (load: number, capacity: number | null) => string;
  };
  readonly live: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly more: (count: number) => string;
    readonly join: string;
    readonly joinOf: (customer: string) => string;
    readonly joinUnseen: string;
    readonly joinUnseenOf: (customer: string) => string;
    readonly reassign: string;
    readonly reassignOf: (customer: string) => string;
    readonly reassignHint: string;
  };
  readonly reading: {
    readonly seen: string;
    readonly unseen: string;
    readonly leave: string;
    readonly others: (names: readonly string[]) => string;
    readonly inRow: (names: readonly string[]) => string;
    readonly hint: string;
  };
  readonly week: {
    readonly satisfaction: string;
    readonly average: (average: string, count: number) => string;
    readonly nobody: string;
    readonly score: string;
    readonly answers: string;
    readonly comments: string;
    readonly said: (score: number, agent: string | null) => string;
  };
  readonly heard: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly counts: (complaints: number, sales: number) => string;
    /** In a row and in the list. */
    readonly kinds: Readonly<Record<HeardSignal, string>>;
  };
}
