import { readDeskTeams } from '../company/read-routing.js';
import type { AssignmentMode } from '../contracts/assignment.js';
import type { BotSettings } from '../settings.js';
import { oneQueue, type Routing, USUAL_CAPACITY } from './routing.js';

/** How conversations come to agents. */
export interface AssignmentRules {
  readonly mode: AssignmentMode;
  readonly routing: Routing;
  /** How long an offer stands, in milliseconds. */
  readonly offerMs: number;
  /** How long somebody who took a conversation may say nothing, in milliseconds; null for ever. */
  readonly firstWordMs: number | null;
}

/**
 * The rules that the settings make. Without a file there is one queue for everybody; where agents take what they see, it is
 * without limits, as it was before there were any.
 * @throws DESK_TEAMS_UNREADABLE, DESK_TEAMS_INVALID
 */
export function assignmentRulesOf(
  settings: Pick<
    BotSettings,
    'DESK_ASSIGNMENT' | 'DESK_TEAMS' | 'DESK_OFFER_SECONDS' | 'DESK_FIRST_WORD_SECONDS'
  >,
): AssignmentRules {
  const mode = settings.DESK_ASSIGNMENT;
  const path = settings.DESK_TEAMS;
  const awaitsWord = mode === 'offer' && settings.DESK_FIRST_WORD_SECONDS > 0;
  return {
    mode,
    routing: path === undefined ? oneQueue(mode === 'offer' ? USUAL_CAPACITY : null) : readDeskTeams(path),
    offerMs: settings.DESK_OFFER_SECONDS * 1_000,
    firstWordMs: awaitsWord ? settings.DESK_FIRST_WORD_SECONDS * 1_000 : null,
  };
}
