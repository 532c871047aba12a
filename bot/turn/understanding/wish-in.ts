import type { Heard } from '../../../index/contracts/hearing.js';
import type { ChoiceValue, HandoffState } from '../../contracts/messages.js';
import type { CustomerInput, DialogueAct, Ears, TurnState, Wish } from '../contracts.js';
import { clausesOf } from './clauses.js';
import { correctionIn } from './correction.js';
import { actIn, asksToBeDone, isGoingOn } from './dialogue-act.js';
import { feedbackIn } from './feedback-words.js';
import { isFollowUp } from './follow-up.js';
import { talkHeard } from './heard-matter.js';
import { normalise, oneLine, spelledOut, wordsOf } from './normalise.js';
import { asksForPerson, type PersonRequest } from './person/asks-for-person.js';
import { wantsCall } from './person/wants-call.js';
import { questionIn } from './question-in.js';
import { smallTalkOf } from './small-talk.js';
import { topicWordsOf } from './topic-words.js';
import { yesOrNo } from './yes-or-no.js';

const STOPS_WAITING =
  /^(stop( (maar|met wachten|waiting|it))?|annuleer( (het|dit|mijn (verzoek|aanvraag)))?|annuleren|cancel( (it|that|this|my request|the request))?|laat maar( zitten)?|never ?mind|forget it|hoeft niet meer|niet meer nodig|no longer needed|ik wil niet (meer|langer) wachten|ik (hoef|wil) geen (medewerker|mens|persoon|agent|hulp) meer|(you can |please |can you )?take me (out of|off) the (queue|list|line)|haal me uit de (wachtrij|rij)|i do ?nt want to wait( any ?more| any longer)?)( (bedankt|dank je|thanks|please|aub))?$/;

/** What a text is heard with, and what was heard in the whole of it; null where only exact words are read. */
interface Listened {
  readonly ears: Ears | null;
  readonly heard: Heard | null;
}

/**
 * What a text that is no open choice wants. The first that fits counts: leaving the queue, yes or no, small talk about
 * who is speaking, a request for a person, other small talk, a word about the answer shown, small talk that only
 * sounds like it, a question.
 */
export function wishIn(
  text: string,
  input: CustomerInput,
  state: TurnState,
  handoff: HandoffState,
  { ears, heard }: Listened,
): Wish {
  if (normalise(text) === '') return wishWithoutWords(text, input);
  if (handoff === 'waiting' && STOPS_WAITING.test(spelledOut(normalise(text))))
    return choice({ action: 'cancel-request' });
  const reply = yesOrNo(text);
  if (reply === 'let-go') return { kind: 'act', act: 'let-go', text };
  if (reply && reply !== 'fine') return { kind: reply };
  if (asksToBeDone(text, state)) {
    return { kind: 'company-matter', reason: 'company-only', text: oneLine(text), isClear: false };
  }
  const talk = smallTalkOf(text);
  // "Are you human?" names a person and asks for none.
  if (talk === 'who-are-you') return { kind: 'small-talk', talk };
  const { toldFact = null } = state;
  const told = toldFact !== null && isFollowUp(text) ? toldFact : null;
  const fact = ears?.factAsked?.(text, ears.vectors?.vector ?? null, told) ?? null;
  // "No agent, please" names a person and asks for none.
  const isHeard = fact === null && heard?.asksForPerson === true && heard.act !== 'let_go';
  const person = asksForPerson(text) ?? (ears && isHeard ? requestHeard(text, ears) : null);
  if (person) {
    const byPhone = wantsCall(text) ? ({ byPhone: true } as const) : {};
    return { kind: 'person', topic: topicBeside(person.topic), ...byPhone };
  }
  if (talk) return { kind: 'small-talk', talk };
  if (reply === 'fine') return { kind: 'small-talk', talk: 'thanks' };
  const said = feedbackOn(text, state, handoff);
  if (said) return said;
  if (fact !== null) return { kind: 'company-fact', fact, text: oneLine(text) };
  const corrected = correctionIn(text);
  if (corrected !== null) return questionIn(corrected, state, heard);
  const act = actIn(text, heard);
  // Who tells what only the company can settle says that.
  const isMatter = heard?.matter?.isClear === true && act !== 'let-go';
  const done = act && !isMatter ? actOn(act, text, state, handoff) : null;
  if (done) return done;
  const sounds = wordsOf(text).length <= LONGEST_TALK ? talkHeard(heard, text) : null;
  if (sounds) return { kind: 'small-talk', talk: sounds };
  const wish = questionIn(text, state, heard);
  if (wish.kind !== 'question') return wish;
  if (heard?.act === 'off_topic') return { ...wish, sounds: 'off-topic' };
  return act ? { ...wish, sounds: 'unclear' } : wish;
}

/** What somebody wants a person for; null where what stands beside the request is a "yes" or a greeting. */
function topicBeside(topic: string | null): string | null {
  if (topic === null || topicWordsOf(topic).length === 0) return null;
  return yesOrNo(topic) || smallTalkOf(topic) ? null : oneLine(topic);
}

/** What is done with what was said before; null where nothing was. */
function actOn(act: DialogueAct, text: string, state: TurnState, handoff: HandoffState): Wish | null {
  if (act === 'let-go') return { kind: 'act', act, text };
  if (!isGoingOn(state, handoff)) return null;
  // Told of the answer whose "did this help?" is open, it is feedback.
  const isHelpful = act === 'solved';
  const open = state.openChoices.find(
    ({ value }) => value.action === 'feedback' && value.isHelpful === isHelpful,
  );
  if (open && isHelpful) return choice(open.value);
  return isHelpful ? { kind: 'small-talk', talk: 'thanks' } : { kind: 'act', act, text };
}

/** In words: longer texts say something beside it. */
const LONGEST_TALK = 14;
/** In words: a request alone has no more. */
const LONGEST_REQUEST = 8;

/** A request for a person that was heard, with the sentences beside it as what they want to talk about. */
function requestHeard(text: string, { hear }: Ears): PersonRequest {
  const clauses = clausesOf(text);
  const rest = clauses.filter((clause) => !hear(clause.text, null).asksForPerson);
  const topic = rest.map((clause) => clause.text).join('. ');
  return {
    topic: wordsOf(topic).length > LONGEST_REQUEST || rest.length < clauses.length ? topic || null : null,
  };
}

function wishWithoutWords(text: string, input: CustomerInput): Wish {
  const reply = yesOrNo(text);
  if (reply === 'yes' || reply === 'no') return { kind: reply };
  if (/[❤🙏😀😁😊🙂🥰]/u.test(text)) return { kind: 'small-talk', talk: 'thanks' };
  if (/👋/u.test(text)) return { kind: 'small-talk', talk: 'greeting' };
  return { kind: input.hasAttachments ? 'files-only' : 'nothing' };
}

/**
 * What is said of an answer counts as feedback while its "did this help?" is open. That it works is heard later as well, beside
 * an offer of a person.
 */
function feedbackOn(text: string, state: TurnState, handoff: HandoffState): Wish | null {
  const said = feedbackIn(text);
  const open = state.openChoices.find(
    ({ value }) => value.action === 'feedback' && value.isHelpful === (said === 'helped'),
  );
  if (said && open) return choice(open.value);
  return said === 'helped' && isGoingOn(state, handoff) ? { kind: 'small-talk', talk: 'thanks' } : null;
}

function choice(value: ChoiceValue): Wish {
  return { kind: 'choice', value };
}
