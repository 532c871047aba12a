import type { ChannelConversation, Reading } from '../../../bot/contracts/channels.js';
import type { MessengerEvent } from './event-schema.js';

const HELPED = ['like', 'love', '👍', '❤', '😍'];
const DID_NOT_HELP = ['dislike', 'angry', '👎', '😠', '😡'];

/**
 * A reaction that the customer set on a message, changed or took off (Messenger Platform, "message_reactions"). It is not the
 * customer speaking: no time limit begins anew.
 */
export function readReaction({ reaction }: MessengerEvent, of: ChannelConversation): readonly Reading[] {
  if (reaction?.mid === undefined) return [];
  const isSet = reaction.action !== 'unreact';
  const isHelpful = isSet ? meaningOf([reaction.reaction, reaction.emoji]) : null;
  return [{ kind: 'event', event: { kind: 'reacted', of, activityId: reaction.mid, isHelpful } }];
}

/** Whether a reaction says that it helped; null for neither. Emoji come with and without their colour and variant. */
function meaningOf(names: readonly (string | undefined)[]): boolean | null {
  const known = names.map((name = '') => name.replace(/[\u{FE0F}\u{1F3FB}-\u{1F3FF}]/gu, ''));
  if (known.some((name) => HELPED.includes(name))) return true;
  return known.some((name) => DID_NOT_HELP.includes(name)) ? false : null;
}
