import { phrasesOf } from '../../phrases/phrases-of.js';
import { withPromise } from '../../phrases/tell-opening.js';
import { botMessage } from '../bot-message.js';
import { offerChoices } from '../choices.js';
import type { Reply, ReplyParts } from '../reply.js';
import { say } from '../say.js';
import { moveToPerson } from './handoff-move.js';
import { subjectAfter } from './subject-after.js';
import { sympathyFor } from './sympathy.js';

/** "Shall I connect you?" with its yes and no. */
export function replyWithOffer(parts: ReplyParts<'offer-person'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const sympathy = sympathyFor(parts, decision.reason);
  const { offer, offerAfter } = phrasesOf(language);
  const [first, ...others] = decision.after ? offerAfter[decision.after] : offer[decision.reason];
  // Behind a word of sympathy "sorry that did not help" would say it twice.
  const isSaid = sympathy.words !== '' && decision.reason === 'not-helpful' && !decision.after;
  const said = say(isSaid ? [others[0] ?? first, first] : [first, ...others], state.lastSaid);
  // Told once: the next offer in a row need not say it again.
  const isNew = !facts.isAttended && state.offered === null;
  const { offerToPromise, offerWithNobody } = phrasesOf(language);
  const open = facts.promisedUntil ? offerToPromise : offerWithNobody;
  const nobody = isNew ? ` ${withPromise(open, facts, language)}` : '';
  const choices = offerChoices(language);
  return {
    messages: [botMessage(facts.botName, language, `${sympathy.words}${said}${nobody}`, { choices })],
    changes: {
      ...subjectAfter(parts),
      ...sympathy.changes,
      openChoices: choices,
      misses: state.misses + 1,
      offered: decision.reason,
      lastSaid: said,
    },
    handoff: moveToPerson('offer', decision.reason, parts),
  };
}
