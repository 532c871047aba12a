import type { ChannelAnswer } from '../channel-desk.js';

const DONE: ChannelAnswer = { status: 200, body: {} };

/**
 * The answer to an invoke, in the form that its sender takes.
 *
 * | name | taken | answer |
 * |---|---|---|
 * | `message/submitAction` | always | 200 `{}` (Teams shows an error for anything else) |
 * | `adaptiveCard/action` | yes | 200 with a message response (Universal Actions) |
 * | `adaptiveCard/action` | no | 200 with an error response of code 400 |
 * | any other | yes | 200 `{}` |
 * | any other | no | 501, as the Bot Framework does for what a bot does not know |
 * @param isTaken whether the channel's reading made something of it
 */
export function answerInvoke(name: string | undefined, isTaken: boolean): ChannelAnswer {
  if (name === 'message/submitAction') return DONE;
  if (name === 'adaptiveCard/action') return { status: 200, body: isTaken ? TAKEN : NOT_KNOWN };
  return isTaken ? DONE : { status: 501 };
}

/** The word is the same in both languages of the bot. */
const TAKEN = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' };

const NOT_KNOWN = {
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'NotSupported', message: 'This action is not one of the bot.' },
};
