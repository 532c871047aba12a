import type { DeliveryProblem } from '../../bot/contracts/channels.js';
import type { DeskMessage } from '../../bot/contracts/desk.js';
import type { HandoffState } from '../../bot/contracts/messages.js';
import { isCoded } from '../../index/platform/errors.js';
import { toErrorResponse } from '../server/error-response.js';
import type { ErrorRequestHandler, Response } from '../server/http.js';
import { requestIdOf } from '../server/request-log.js';
import type { DeskProblem } from './contracts.js';
import { deskErrors, deskStatuses } from './errors.js';

/** Seconds in which the passwords that wait are worked off. */
const PASSWORDS_WAIT = '5';

/**
 * Answers an action that was refused with what the page shows of it, beside the usual form: who has the conversation, or
 * why the channel would not take the reply. Other errors go on to the server.
 */
export const tellRefusal: ErrorRequestHandler = (error, _request, response, next) => {
  if (isCoded(error, 'PASSWORDS_BUSY')) response.setHeader('Retry-After', PASSWORDS_WAIT);
  const facts = factsOf(error);
  if (facts === null) return next(error);
  const { status, body } = toErrorResponse(error, requestIdOf(response), deskStatuses);
  response.status(status).json({ error: { ...body.error, ...facts } } satisfies DeskProblem);
};

/**
 * Answers a reply that was held back with what its author had not seen. An error would carry the customer's words to
 * wherever errors are told.
 */
export function answerHeld(response: Response, newer: readonly DeskMessage[]): void {
  const error = deskErrors.DESK_NEWER_MESSAGES({ count: newer.length });
  const { status, body } = toErrorResponse(error, requestIdOf(response), deskStatuses);
  response.status(status).json({ error: { ...body.error, newer } } satisfies DeskProblem);
}

function factsOf(error: unknown): Omit<DeskProblem['error'], 'code' | 'message'> | null {
  if (isCoded(error, 'DESK_CANNOT_REACH')) return { problem: error.facts.problem as DeliveryProblem };
  if (isCoded(error, 'DESK_CONVERSATION_OFFERED')) return { agentName: String(error.facts.agentName) };
  if (!isCoded(error, 'DESK_CONVERSATION_TAKEN')) return null;
  const { agentName, state } = error.facts;
  return { agentName: typeof agentName === 'string' ? agentName : null, state: state as HandoffState };
}
