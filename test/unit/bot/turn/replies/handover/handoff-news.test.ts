import { describe, expect, it } from 'vitest';
import { composeHandoffNews } from '../../../../../../bot/turn/turn.js';
import { parseAnswer } from '../../../../../../index/answers/parse-answer.js';
import { treeWords } from '../../../../../../index/answers/tree-words.js';

const facts = { botName: 'Robin', agentName: null, queuePosition: null };

describe('composeHandoffNews', () => {
  it.each([
    ['queue-place', 'nl', 'U bent nummer 3 in de rij.'],
    [
      'still-waiting',
      'en',
      'Thank you, the person who helps you will read this too. You are number 3 in line.',
    ],
    ['agent-joined', 'nl', 'Sanne neemt het gesprek over. U praat nu met een mens.'],
    [
      'closed',
      'en',
      'Sanne has closed this chat. Is it not solved after all, or do you have another question? Write it here: the chatbot can help you again, and if you ask for a person you go first.',
    ],
    ['given-back', 'nl', 'Sanne is uit het gesprek. Ik, de chatbot, help u weer verder.'],
    [
      'expired',
      'en',
      'We are sorry, nobody is free right now. Would you like to keep waiting, or go on with the chatbot?',
    ],
    ['cancelled', 'nl', 'U staat niet meer in de rij. Ik help u weer verder. Wat wilt u weten?'],
  ] as const)('tells "%s" in %s', (news, language, text) => {
    const message = composeHandoffNews(news, language, { ...facts, agentName: 'Sanne', queuePosition: 3 });
    expect(message.text).toBe(text);
    expect(message.language).toBe(language);
  });

  it('gives the status with the words', () => {
    const joined = composeHandoffNews('agent-joined', 'nl', { ...facts, agentName: 'Sanne' });
    expect(joined.status).toEqual({ handoff: 'with-agent', agentName: 'Sanne', queuePosition: null });
    const place = composeHandoffNews('queue-place', 'nl', { ...facts, queuePosition: 2 });
    expect(place.status).toEqual({ handoff: 'waiting', agentName: null, queuePosition: 2 });
  });

  it('says "next in line" for the first', () => {
    expect(composeHandoffNews('queue-place', 'en', { ...facts, queuePosition: 1 }).text).toBe(
      'You are next in line.',
    );
  });

  it('lets choose between waiting and the bot when nobody was free', () => {
    const { choices } = composeHandoffNews('expired', 'en', facts);
    expect(choices.map(({ value }) => value.action)).toEqual(['request-person', 'decline-person']);
  });

  it('takes no mark of the name of an agent for one', () => {
    const { text, tree } = composeHandoffNews('agent-joined', 'en', {
      ...facts,
      agentName: '[Eve](x)\n# <b>',
    });
    expect(tree).toEqual(parseAnswer(text));
    expect(treeWords(tree)).toBe('[Eve](x) # <b> has taken over this chat. You are now talking to a person.');
  });
});
