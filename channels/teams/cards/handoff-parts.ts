import type { ConversationStatus, SpokenLanguage } from '../../../bot/contracts/messages.js';
import { readableLine } from '../../text/readable.js';
import { type CardPart, lastingPart } from './card-part.js';
import { plainElement } from './card-words.js';

interface Words {
  readonly waiting: string;
  readonly place: (position: number) => string;
  readonly withAgent: (name: string | null) => string;
}

const WORDS: Readonly<Record<SpokenLanguage, Words>> = {
  nl: {
    waiting: 'Wachten op een medewerker',
    place: (position) => `In de wachtrij: nummer ${position}`,
    withAgent: (name) => `In gesprek met ${name ?? 'een medewerker'}`,
  },
  en: {
    waiting: 'Waiting for a person',
    place: (position) => `In the queue: number ${position}`,
    withAgent: (name) => `Talking to ${name ?? 'a person'}`,
  },
};

/** The head of a hand-off card: who has the conversation, or the place in the queue; none where nobody is waited for. */
export function handoffParts(status: ConversationStatus | null, language: SpokenLanguage): CardPart[] {
  const title = status ? titleOf(status, WORDS[language]) : null;
  if (title === null) return [];
  const element = {
    type: 'Container',
    style: status?.handoff === 'waiting' ? 'accent' : 'good',
    bleed: true,
    items: [plainElement(title, { weight: 'Bolder' })],
  };
  return [lastingPart(element, title)];
}

function titleOf({ handoff, queuePosition, agentName }: ConversationStatus, words: Words): string | null {
  if (handoff === 'with-agent') return words.withAgent(readableLine(agentName ?? '') || null);
  if (handoff !== 'waiting') return null;
  return queuePosition === null ? words.waiting : words.place(queuePosition);
}
