import type { ChannelAnswer } from '../../channel-desk.js';
import type { CardElement } from '../cards/adaptive-card.js';

// Answers to `adaptiveCard/action` ("Universal Actions"): HTTP 200, with a status of their own in the body.

/** Words that only who tapped sees, for a moment. */
export function answerWords(text: string): ChannelAnswer {
  return ok({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text });
}

/** A card that takes the place of the tapped one for who tapped it, until it is changed for everybody. */
export function answerCard(card: CardElement): ChannelAnswer {
  return ok({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
}

/** That the action is none of ours, or not as it was made. */
export function answerMalformed(): ChannelAnswer {
  const value = { code: 'NotSupported', message: 'This action is not one of the desk.' };
  return ok({ statusCode: 400, type: 'application/vnd.microsoft.error', value });
}

/** That something went wrong here. */
export function answerFailed(message: string): ChannelAnswer {
  const value = { code: 'InternalServerError', message };
  return ok({ statusCode: 500, type: 'application/vnd.microsoft.error', value });
}

function ok(body: object): ChannelAnswer {
  return { status: 200, body };
}
