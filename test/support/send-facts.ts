import type { SendFacts } from '../../bot/contracts/channels.js';

/** What a transport is told of a message of the bot. */
export const SEND_FACTS: SendFacts = { speaker: { kind: 'bot', name: 'Robin' }, customerWroteAt: null };
