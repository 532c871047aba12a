import type { HandoffState } from '../../bot/contracts.js';
import { isCoded } from '../../index/platform/errors.js';
import { toErrorResponse } from '../error-response.js';
import type { ErrorRequestHandler } from '../http.js';
import { requestIdOf } from '../request-log.js';
import type { DeskProblem } from './contracts.js';
import { deskStatuses } from './errors.js';

/** Answers a conflict with who has the conversation, beside the usual form; other errors go on to the server. */
export const tellConflict: ErrorRequestHandler = (error, _request, response, next) => {
  if (!isCoded(error, 'DESK_CONVERSATION_TAKEN')) return next(error);
  const { status, body } = toErrorResponse(error, requestIdOf(response), deskStatuses);
  const agentName = typeof error.facts.agentName === 'string' ? error.facts.agentName : null;
  const state = error.facts.state as HandoffState;
  response.status(status).json({ error: { ...body.error, agentName, state } } satisfies DeskProblem);
};
