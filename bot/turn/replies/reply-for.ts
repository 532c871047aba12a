import { replyWithAnswer } from './answer/reply-with-answer.js';
import { replyWithFact } from './answer/reply-with-fact.js';
import { replyWithParts } from './answer/reply-with-parts.js';
import { greet } from './greet.js';
import { replyToEnding, replyToSolved, replyWithTranscript } from './handover/reply-after-closing.js';
import { replyToDanger } from './handover/reply-to-danger.js';
import { replyWithApology } from './handover/reply-with-apology.js';
import { replyWhileWaiting, replyWithHandover } from './handover/reply-with-handover.js';
import { replyWithOffer } from './handover/reply-with-offer.js';
import type { Reply, ReplyParts } from './reply.js';
import { replyToScore } from './reply-to-score.js';
import { replyLettingGo, replyWithBot } from './reply-with-bot.js';
import { replyWithQuestions } from './reply-with-questions.js';
import {
  replyAskingForWords,
  replyToFeedback,
  replyToLapsed,
  replyWithSmallTalk,
} from './reply-with-words.js';

/** The reply to a decision. */
export function replyFor(parts: ReplyParts): Reply {
  const { decision } = parts;
  const { wish } = parts.understanding;
  switch (decision.kind) {
    case 'answer':
    case 'answer-with-doubt':
      return replyWithAnswer({ ...parts, decision });
    case 'ask-back':
      return replyWithQuestions({ ...parts, decision });
    case 'read-on':
    case 'put-simply':
      return replyWithParts({ ...parts, decision });
    case 'offer-person':
      return replyWithOffer({ ...parts, decision });
    case 'hand-over':
      return wish.kind === 'danger'
        ? replyToDanger({ ...parts, decision }, wish)
        : replyWithHandover({ ...parts, decision });
    case 'still-waiting':
      return replyWhileWaiting({ ...parts, decision });
    case 'keep-with-bot':
      return replyWithBot({ ...parts, decision });
    case 'end-conversation':
    case 'start-anew':
      return replyToEnding({ ...parts, decision });
    case 'send-transcript':
      return replyWithTranscript({ ...parts, decision });
    case 'thank-for-solved':
      return replyToSolved({ ...parts, decision });
    case 'tell-fact':
      return replyWithFact({ ...parts, decision });
    case 'let-go':
      return replyLettingGo({ ...parts, decision });
    case 'small-talk':
      return replyWithSmallTalk({ ...parts, decision });
    case 'welcome':
      return greet(parts);
    case 'thank-for-feedback':
      return replyToFeedback({ ...parts, decision });
    case 'thank-for-score':
    case 'ask-comment':
    case 'keep-comment':
      return replyToScore({ ...parts, decision });
    case 'say-lapsed':
      return replyToLapsed({ ...parts, decision });
    case 'ask-for-words':
      return replyAskingForWords({ ...parts, decision });
    case 'apologise':
      return replyWithApology({ ...parts, decision });
  }
}
