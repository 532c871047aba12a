import type { ConversationStatus, OutgoingMessage, SpokenLanguage } from '../../../contracts/messages.js';
import type { LocalMoment } from '../../../hours/back-at.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { withOpening, withPromise } from '../../phrases/tell-opening.js';
import { withWait } from '../../phrases/tell-wait.js';
import { oneLine } from '../../understanding/normalise.js';
import { botMessage } from '../bot-message.js';
import { expiredChoices, scoreChoices, waitingChoices } from '../choices.js';

/** What happened to a hand-off that the customer is told of. */
export type HandoffNews =
  | 'queue-place'
  | 'overtaken'
  | 'still-waiting'
  | 'agent-joined'
  | 'agent-changed'
  | 'agent-left'
  | 'agent-silent'
  | 'passed-on'
  | 'reader-joined'
  | 'reader-left'
  | 'closed'
  | 'given-back'
  | 'expired'
  | 'promised'
  | 'promise-broken'
  | 'cancelled';

export interface NewsFacts {
  readonly botName: string;
  /** The agent it is about; null where it is about none. */
  readonly agentName: string | null;
  /** 1 = next; null where the customer is in no queue. */
  readonly queuePosition: number | null;
  /** Whether the customer told of danger: then they must not wait for us. False where left out. */
  readonly isInDanger?: boolean;
  /** Whether an agent is at the desk who can take over. False where left out: nobody is promised. */
  readonly isAttended?: boolean;
  /** When somebody is there again, outside the opening hours while nobody is. Not told where left out. */
  readonly backAt?: LocalMoment | null;
  /** Until when an answer is promised. Not told where left out. */
  readonly promisedUntil?: LocalMoment | null;
  /** About how long they wait at their place. Not told where left out. */
  readonly waitMinutes?: number | null;
  /** To whom the agent passed it on; needed for `passed-on` alone. */
  readonly passedTo?: { readonly name: string; readonly isTeam: boolean };
  /** Who reads along, or did; needed for `reader-joined` and `reader-left`. */
  readonly readerName?: string;
  /** The hand-off that an agent closed, which the customer is asked about. Nothing is asked where left out. */
  readonly handoffId?: string | null;
}

/** What a customer is told about a hand-off, with its status for channels that can show it. Pure. */
export function composeHandoffNews(
  news: HandoffNews,
  language: SpokenLanguage,
  facts: NewsFacts,
): OutgoingMessage {
  const phrases = phrasesOf(language);
  const agent = facts.agentName === null ? null : oneLine(facts.agentName);
  const place = phrases.place(facts.queuePosition ?? 1);
  const placed = withWait(place, facts.waitMinutes, language);
  const tell = (
    text: string,
    handoff: ConversationStatus['handoff'],
    choices: OutgoingMessage['choices'] = [],
  ) =>
    botMessage(facts.botName, language, text, {
      choices,
      status: {
        handoff,
        agentName: handoff === 'with-agent' ? facts.agentName : null,
        queuePosition: handoff === 'waiting' ? facts.queuePosition : null,
      },
    });
  const tellReturn = (words: (agent: string, place: string) => string) =>
    tell(
      words(agent ?? phrases.theAgent, withPromise(place, facts, language)),
      'waiting',
      waitingChoices(language),
    );
  const tellClosed = (handoffId: string | null) => {
    const closed = phrases.closed(agent ?? phrases.theAgent);
    return handoffId === null
      ? tell(closed, 'solved')
      : tell(`${closed} ${phrases.askScore}`, 'solved', scoreChoices(handoffId));
  };
  switch (news) {
    case 'queue-place':
      return { ...tell(placed, 'waiting', waitingChoices(language)), collapseKey: 'queue-place' };
    case 'overtaken':
      return {
        ...tell(phrases.overtaken(placed), 'waiting', waitingChoices(language)),
        collapseKey: 'queue-place',
      };
    case 'still-waiting':
      return tell(phrases.stillWaiting(place), 'waiting', waitingChoices(language));
    case 'agent-joined':
      return tell(phrases.joined(agent ?? phrases.anAgent), 'with-agent');
    case 'agent-changed':
      return tell(phrases.agentChanged(agent ?? phrases.anAgent), 'with-agent');
    case 'agent-left':
      return tellReturn(facts.isAttended ? phrases.agentLeft : phrases.lastAgentLeft);
    case 'agent-silent':
      return tellReturn(facts.isAttended ? phrases.agentSilent : phrases.lastAgentSilent);
    case 'passed-on': {
      const { name, isTeam } = facts.passedTo ?? { name: phrases.anAgent, isTeam: false };
      const to = (isTeam ? phrases.ourTeam : phrases.ourColleague)(oneLine(name));
      return tellReturn((from, where) => phrases.passedOn(from, to, where));
    }
    case 'reader-joined':
      return tell(phrases.readerJoined(oneLine(facts.readerName ?? phrases.anAgent)), 'with-agent');
    case 'reader-left':
      return tell(phrases.readerLeft(oneLine(facts.readerName ?? phrases.anAgent)), 'with-agent');
    case 'closed':
      return tellClosed(facts.handoffId ?? null);
    case 'given-back':
      return tell(phrases.givenBack(agent ?? phrases.theAgent), 'with-bot');
    case 'expired':
      return tell(tellExpiry(language, facts), 'expired', expiredChoices(language));
    case 'promised':
      return tell(
        phrases.messageStays(withPromise(place, facts, language)),
        'waiting',
        waitingChoices(language),
      );
    case 'promise-broken': {
      if (facts.queuePosition === null)
        return tell(phrases.brokenByAgent(agent ?? phrases.theAgent), 'with-agent');
      const begin = facts.isInDanger ? `${phrases.expiredInDanger} ` : '';
      return tell(`${begin}${phrases.promiseBroken(place)}`, 'waiting', waitingChoices(language));
    }
    case 'cancelled':
      return tell(phrases.cancelled, 'with-bot');
  }
}

/** That nobody came, and what can be done now; in danger first not to wait for us. */
function tellExpiry(language: SpokenLanguage, { isInDanger, backAt }: NewsFacts): string {
  const phrases = phrasesOf(language);
  const begin = isInDanger ? [phrases.expiredInDanger] : [];
  return [...begin, withOpening(phrases.expired, backAt, language), phrases.waitOrGoOn].join(' ');
}
