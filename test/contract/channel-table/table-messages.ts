import type { AnswerSource, Choice, OutgoingMessage } from '../../../bot/contracts/messages.js';
import { inWords } from '../../support/in-words.js';
import { botSays } from '../../unit/bot/support/samples.js';

/** Messages by which channels are compared. */
export const SOURCE: AnswerSource = {
  itemId: 'i1',
  question: 'Waar vind ik de puk-code?',
  author: 'Pieter_K',
  authorRank: 'Superuser',
  answeredAt: '2026-03-03T10:00:00.000Z',
  url: 'https://community.example/t/42',
  licence: 'CC BY-SA 4.0',
  language: 'nl',
  line: 'Antwoord van Pieter_K (Superuser), 3 maart 2026',
  linkTitle: 'Bekijk in de community',
  ageNote: null,
};

export const PART = 'De code staat in Mijn Zwaluw.';
export const REST = 'Log eerst in op een ander toestel.';

/** An answer that is quoted in part. */
export const ANSWER = botSays(PART, {
  isQuote: true,
  source: SOURCE,
  more: { title: 'Lees verder', ...inWords(`${PART}\n\n${REST}`) },
  feedback: {
    question: 'Heeft dit u geholpen?',
    yes: { title: 'Ja', value: { action: 'feedback', turnId: 't1', isHelpful: true } },
    no: { title: 'Nee', value: { action: 'feedback', turnId: 't1', isHelpful: false } },
  },
});

export const WITHOUT_LINK: OutgoingMessage = { ...ANSWER, source: { ...SOURCE, url: null } };

export const MARKED = botSays('# Kop\n\n**vet** en [link](https://zwaluw.example/a)\n\n- punt');

export function withChoices(titles: readonly string[]): OutgoingMessage {
  const choices = titles.map(
    (title, index): Choice => ({
      title,
      value: { action: 'pick-item', turnId: 't1', itemId: `i${index}` },
    }),
  );
  return botSays('Bedoelt u een van deze vragen?', { choices });
}

export const BY_AGENT = botSays('Dag!', { speaker: { kind: 'agent', name: 'Sanne' } });

/** News without words of who has the conversation. */
export const STATUS = botSays('', {
  status: { handoff: 'with-agent', agentName: 'Sanne', queuePosition: null },
});
