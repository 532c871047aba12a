import type { HandoffReason } from '../../../contracts/desk.js';
import type { OutgoingMessage } from '../../../contracts/messages.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { withPromise } from '../../phrases/tell-opening.js';
import { oneLine } from '../../understanding/normalise.js';
import { botMessage } from '../bot-message.js';
import { waitingChoices } from '../choices.js';
import type { Reply, ReplyBase, ReplyParts } from '../reply.js';
import { moveToPerson } from './handoff-move.js';
import { subjectAfter } from './subject-after.js';
import { sympathyFor } from './sympathy.js';

/** Tells that a person takes over, why, what happens next, and the place in the queue. */
export function replyWithHandover(parts: ReplyParts<'hand-over'>): Reply {
  const { decision, understanding, facts } = parts;
  const phrases = phrasesOf(understanding.language);
  const reasons: Partial<Record<HandoffReason, string>> = facts.isAttended
    ? phrases.handover
    : phrases.handoverWhy;
  // Who accepts an offer was told the reason with it.
  const hasAccepted = understanding.wish.kind === 'choice' && facts.handoff !== 'with-bot';
  const sympathy = sympathyFor(parts, decision.reason);
  const why = hasAccepted ? undefined : reasons[decision.reason];
  // "Of course" and "all right" do not follow a word of sympathy.
  const isReasonTold = why !== undefined && decision.reason !== 'asked';
  const accepted = sympathy.words === '' ? (why ?? phrases.handoverAccepted) : phrases.handoverBehindSympathy;
  const opening = isReasonTold || !facts.isAttended ? why : accepted;
  const toNobody = facts.promisedUntil ? phrases.messageLeft : phrases.handoverToNobody;
  const next = facts.isAttended ? phrases.handoverNext : toNobody;
  const position = [tellComingBack(parts), phrases.place(facts.queuePosition)].join('');
  const place = withPromise(position, facts, understanding.language);
  const { wish } = understanding;
  const noCall = wish.kind === 'person' && wish.byPhone ? phrases.answeredHere : '';
  const said = [opening, noCall, next(place)].filter((part) => part).join(' ');
  return {
    messages: [waitingMessage(parts, `${sympathy.words}${said}`)],
    changes: {
      ...subjectAfter(parts),
      ...sympathy.changes,
      openChoices: waitingChoices(understanding.language),
      misses: 0,
      offered: null,
      hasToldWaiting: false,
      lastSaid: null,
    },
    handoff: moveToPerson('request', decision.reason, parts),
  };
}

/** What somebody hears who comes back with what an agent closed of late, in front of their place; '' for others. */
function tellComingBack({ facts, understanding }: ReplyBase): string {
  const { comesBackTo } = facts;
  if (!comesBackTo) return '';
  const { backToAgent, backFirst } = phrasesOf(understanding.language);
  return `${comesBackTo.isHere ? backToAgent(oneLine(comesBackTo.name)) : backFirst} `;
}

/** To somebody who waits: that the agent will read it, once; the place again for who asks again. */
export function replyWhileWaiting(parts: ReplyParts<'still-waiting'>): Reply {
  const { decision, understanding, facts } = parts;
  // Who asked for a person first and says now what it is about: the row in the queue had nothing to tell. It moves nobody up.
  const told = decision.tellsMatter
    ? {
        changes: subjectAfter(parts),
        handoff: { ...moveToPerson('request', 'asked', parts), priority: 'normal' as const },
      }
    : {};
  if (decision.isTold) return { messages: [], ...told };
  const phrases = phrasesOf(understanding.language);
  const place = withPromise(phrases.place(facts.queuePosition), facts, understanding.language);
  const { wish } = understanding;
  const asksAgain =
    wish.kind === 'person' || (wish.kind === 'choice' && wish.value.action === 'request-person');
  const words = asksAgain ? phrases.stillWaitingAgain : phrases.stillWaiting;
  const text = (facts.isAttended ? words : phrases.stillWaitingForNobody)(place);
  const openChoices = waitingChoices(understanding.language);
  return {
    ...told,
    messages: [waitingMessage(parts, text)],
    changes: { ...told.changes, openChoices, hasToldWaiting: true },
  };
}

function waitingMessage({ understanding, facts }: ReplyBase, text: string): OutgoingMessage {
  return botMessage(facts.botName, understanding.language, text, {
    choices: waitingChoices(understanding.language),
    status: { handoff: 'waiting', agentName: null, queuePosition: facts.queuePosition },
  });
}
