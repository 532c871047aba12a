import { describe, expect, it } from 'vitest';
import { findForTurn } from '../../../bot/find-for-turn.js';
import { startState, understand } from '../../../bot/turn/turn.js';
import type { SearchOptions } from '../../../index/contracts/search.js';
import { silentLog } from '../../../index/platform/log.js';
import { ears } from '../../support/ears.js';
import { FakeKnowledgeBase } from './support/fake-knowledge-base.js';

const before = { ...startState('nl'), question: 'hoe zet ik voicemail aan' };

/** What is searched for a text that is said after a question about voicemail, with what was searched just now. */
async function searched(text: string) {
  const knowledgeBase = new FakeKnowledgeBase({ voicemail: 'Bel 1233.', roaming: 'Zet roaming aan.' });
  const beginnings: (string | undefined)[] = [];
  const search = knowledgeBase.search.bind(knowledgeBase);
  knowledgeBase.search = (question: string, options: SearchOptions = {}) => {
    beginnings.push(options.beginning);
    return search(question, options);
  };
  const input = { text, value: null, hasAttachments: false, locale: 'nl' };
  const understanding = understand(input, before, 'with-bot', ears);
  await findForTurn({ knowledgeBase, log: silentLog }, understanding, before);
  return { texts: knowledgeBase.searched, beginnings };
}

describe('what a turn searches', () => {
  it('is the text, and the text after the question before, of which the model knows the beginning', async () => {
    const { texts, beginnings } = await searched('mijn toestel doet raar');
    expect(texts).toEqual(['mijn toestel doet raar', `${before.question} mijn toestel doet raar`]);
    expect(beginnings).toEqual([undefined, before.question]);
  });

  it('is the text alone where that is surely answered', async () => {
    expect((await searched('werkt roaming ook buiten Europa')).texts).toHaveLength(1);
  });

  it.each(['en roaming?', 'hoe lang duurt dat?'])('is both where the wording goes on: "%s"', async (text) => {
    expect((await searched(text)).texts).toHaveLength(2);
  });
});
