import type { HandoffState } from '../../../../bot/contracts/messages.js';
import type { CustomerInput, TurnFacts, TurnOutcome, TurnState } from '../../../../bot/turn/contracts.js';
import {
  conclude,
  decide,
  mergeResults,
  searchFor,
  startState,
  understand,
} from '../../../../bot/turn/turn.js';
import type { SearchOptions, SearchResult } from '../../../../index/contracts/search.js';
import { ears } from '../../../support/ears.js';
import { facts } from './made-up.js';

/** What the community knows in a dialogue: a result for each text that is searched. */
export type Search = (text: string, options: SearchOptions) => SearchResult;

const AFTER: Readonly<Record<string, HandoffState>> = {
  offer: 'offered',
  request: 'waiting',
  decline: 'with-bot',
  cancel: 'with-bot',
};

/** A conversation through the pure functions, as the server runs them; keeps state and hand-off between turns. */
export class Dialogue {
  state: TurnState;
  handoff: HandoffState = 'with-bot';
  readonly searched: string[] = [];
  #turn = 0;

  constructor(
    readonly search: Search,
    readonly locale = 'nl',
    readonly changes: Partial<TurnFacts> = {},
  ) {
    this.state = { ...startState(locale), hasGreeted: true };
  }

  say(input: string | Partial<CustomerInput>): TurnOutcome {
    const said: CustomerInput = {
      text: '',
      value: null,
      hasAttachments: false,
      locale: this.locale,
      ...(typeof input === 'string' ? { text: input } : input),
    };
    this.#turn += 1;
    const known = facts({ turnId: `t${this.#turn}`, handoff: this.handoff, ...this.changes });
    const understanding = understand(said, this.state, this.handoff, ears);
    const found = this.#find(understanding);
    const decision = decide(understanding, this.state, found, known);
    const outcome = conclude(decision, understanding, this.state, known, found);
    this.state = outcome.state;
    if (outcome.handoff) this.handoff = AFTER[outcome.handoff.move] ?? this.handoff;
    return outcome;
  }

  #find(understanding: ReturnType<typeof understand>): SearchResult | null {
    const wanted = searchFor(understanding, this.state);
    if (!wanted) return null;
    const ask = (text: string) => {
      this.searched.push(text);
      const { hits, ...rest } = this.search(text, { exclude: wanted.exclude });
      return { ...rest, hits: hits.filter(({ item }) => !wanted.exclude.includes(item.id)) };
    };
    const alone = ask(wanted.text);
    return mergeResults(alone, wanted.withContext === null ? null : ask(wanted.withContext), wanted.text);
  }
}
