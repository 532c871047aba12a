import type { OutgoingMessage } from '../../contracts.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { botMessage } from './bot-message.js';
import { waitingChoices } from './choices.js';
import { moveHandoff } from './handoff-move.js';
import { questionAfter, rejectedAfter } from './question-after.js';
import type { Reply, ReplyBase, ReplyParts } from './reply.js';

/** Tells that a person takes over, why, what happens next, and the place in the queue. */
export function replyWithHandover(parts: ReplyParts<'hand-over'>): Reply {
  const { decision, understanding, facts } = parts;
  const phrases = phrasesOf(understanding.language);
  const next = phrases.handoverNext(phrases.place(facts.queuePosition));
  return {
    messages: [waitingMessage(parts, `${phrases.handover[decision.reason]} ${next}`)],
    changes: {
      question: questionAfter(parts),
      rejectedItemIds: rejectedAfter(parts),
      openChoices: waitingChoices(understanding.language),
      misses: 0,
      offered: null,
      hasToldWaiting: false,
      lastSaid: null,
    },
    handoff: moveHandoff('request', decision.reason, parts),
  };
}

/** To somebody who waits: that the agent will read it, once; the place again for who asks again. */
export function replyWhileWaiting(parts: ReplyParts<'still-waiting'>): Reply {
  const { decision, understanding, facts } = parts;
  if (decision.isTold) return { messages: [] };
  const phrases = phrasesOf(understanding.language);
  const place = phrases.place(facts.queuePosition);
  const { wish } = understanding;
  const asksAgain =
    wish.kind === 'person' || (wish.kind === 'choice' && wish.value.action === 'request-person');
  const text = asksAgain ? phrases.stillWaitingAgain(place) : phrases.stillWaiting(place);
  return {
    messages: [waitingMessage(parts, text)],
    changes: { openChoices: waitingChoices(understanding.language), hasToldWaiting: true },
  };
}

function waitingMessage({ understanding, facts }: ReplyBase, text: string): OutgoingMessage {
  return botMessage(facts.botName, understanding.language, text, {
    choices: waitingChoices(understanding.language),
    status: { handoff: 'waiting', agentName: null, queuePosition: facts.queuePosition },
  });
}
