import type { DeskOutcome } from '../../bot/contracts/desk.js';
import { deskErrors } from './errors.js';

/** @throws DESK_CONVERSATION_UNKNOWN, DESK_CONVERSATION_TAKEN, DESK_CONVERSATION_OFFERED, DESK_FULL, DESK_CANNOT_REACH, DESK_REPLY_KEY_USED, DESK_FILE_UNKNOWN, DESK_FILES_NOT_TAKEN */
export function carriedOut(outcome: DeskOutcome): void {
  if (outcome.kind === 'unknown-conversation') throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
  if (outcome.kind === 'conflict') {
    throw deskErrors.DESK_CONVERSATION_TAKEN({ agentName: outcome.agentName, state: outcome.state });
  }
  if (outcome.kind === 'offered')
    throw deskErrors.DESK_CONVERSATION_OFFERED({ agentName: outcome.agentName });
  if (outcome.kind === 'full') {
    const { load, weight, capacity } = outcome;
    throw deskErrors.DESK_FULL({ load, weight, capacity });
  }
  if (outcome.kind === 'cannot-reach') throw deskErrors.DESK_CANNOT_REACH({ problem: outcome.problem });
  if (outcome.kind === 'key-used') throw deskErrors.DESK_REPLY_KEY_USED({});
  if (outcome.kind === 'file-unknown') throw deskErrors.DESK_FILE_UNKNOWN({});
  if (outcome.kind === 'files-not-taken') throw deskErrors.DESK_FILES_NOT_TAKEN({});
}
