import type { Activity } from '../../../../bot/contracts/activities.js';
import type { DeskEntry } from '../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { type CardElement, cardActivity } from '../../cards/adaptive-card.js';
import { plainElement } from '../../cards/card-words.js';
import type { RoomWords } from '../words/word-list.js';
import { bandElement, executeAction, minutesBetween, shortLine } from './desk-elements.js';

/** Somebody at the desk, with what they have. */
export interface AgentLoad {
  readonly name: string;
  readonly load: number;
  /** Null without a limit. */
  readonly capacity: number | null;
  readonly isAway: boolean;
}

const MOST_WAITING = 10;
const MOST_AGENTS = 30;

/** The one message that shows how the queue stands: who waits how long, promises, who is there with what load. */
export function queueCard(
  { entries, agents, now }: { entries: readonly DeskEntry[]; agents: readonly AgentLoad[]; now: Date },
  channelName: (channelId: string) => string,
  words: RoomWords,
  language: SpokenLanguage,
): Activity {
  const waiting = entries.filter(({ state }) => state === 'waiting');
  const urgent = waiting.filter(({ priority }) => priority === 'urgent').length;
  const counts = words.counts(waiting.length, urgent, entries.length - waiting.length);
  const waits = waiting.map(({ waitingSince }) => minutesBetween(waitingSince, now));
  const longest = waiting.length === 0 ? words.nobodyWaits : words.longest(Math.max(...waits));
  const shown = waiting.slice(0, MOST_WAITING);
  const left = waiting.length - shown.length;
  return cardActivity({
    language,
    words: `${words.queue}: ${counts}. ${longest}`,
    body: [
      bandElement(urgent > 0 ? 'attention' : waiting.length > 0 ? 'accent' : 'good', [
        words.queue,
        counts,
        longest,
      ]),
      ...shown.map((entry) => waitingLine(entry, now, channelName(entry.channelId), words)),
      ...(left > 0 ? [plainElement(words.more(left), { isSubtle: true }, { spacing: 'Small' })] : []),
      plainElement(agents.length === 0 ? words.nobodyHere : words.here, { weight: 'Bolder' }),
      ...agents
        .slice(0, MOST_AGENTS)
        .map(({ name, load, capacity, isAway }) =>
          plainElement(words.load(shortLine(name), load, capacity, isAway), {}, { spacing: 'None' }),
        ),
    ],
    actions: [
      executeAction('available', words.beAvailable, null, 'positive'),
      executeAction('away', words.beAway, null),
    ],
  });
}

function waitingLine(entry: DeskEntry, now: Date, channel: string, words: RoomWords): CardElement {
  const { promise, reason } = entry;
  const left =
    promise === null
      ? null
      : promise.brokenAt !== null
        ? words.promiseLate
        : promise.dueAt === null
          ? null
          : words.promiseLeft(minutesBetween(now.toISOString(), new Date(promise.dueAt)));
  const parts = [
    words.waits(minutesBetween(entry.waitingSince, now)),
    `${shortLine(entry.customerName, 40) || words.nameless} (${channel})`,
    reason === null ? null : words.reasons[reason],
    entry.priority === 'urgent' ? words.urgent : entry.priority === 'high' ? words.high : null,
    left,
    entry.offer === null ? null : words.offeredTo(shortLine(entry.offer.agentName, 40)),
  ];
  return plainElement(parts.filter((part) => part !== null).join(' · '), {}, { spacing: 'Small' });
}
