import { describe, expect, it } from 'vitest';
import { conclude, decide, mergeResults, startState, understand } from '../../../../bot/turn/turn.js';
import type { Hit } from '../../../../index/contracts/search.js';
import { facts, hit, item, result } from './made-up.js';

const IDS = ['wifi', 'esim', 'modem', 'kabel', 'router'];

describe('a passage is chosen', () => {
  it.each([
    ['for the one answer that is shown', 0.9, ['wifi']],
    ['for the one answer that is shown in doubt, not for its alternatives', 0.6, ['wifi']],
    ['for none of the questions that are asked back', 0.3, []],
  ])('%s', (_, probability, chosen) => {
    const looked: string[] = [];
    takeTurn('hoe werkt wifi thuis?', looked, probability);
    expect(looked).toEqual(chosen);
  });

  it('for the guess alone that an agent reads', () => {
    const looked: string[] = [];
    takeTurn('ik wil een medewerker spreken over wifi', looked, 0.9);
    expect(looked).toEqual(['wifi']);
  });

  it('for none that loses to the other reading of a follow-up, or is weighed with it', () => {
    const looked: string[] = [];
    const halved = mergeResults(result(), hitsOf(looked, 0.9), 'en in Turkije?');
    expect(halved.hits[0]?.confidence).toEqual({ probability: 0.315, reason: 'weak-match' });
    mergeResults(hitsOf(looked, 0.9), hitsOf(looked, 0.4), 'en in Turkije?');
    expect(looked).toEqual([]);
    expect(halved.hits[0]).toMatchObject({ passage: 'Antwoord over wifi.', isPart: true });
  });
});

/** A turn from understanding to its messages, as `take-turn` takes it. */
function takeTurn(text: string, looked: string[], probability: number): void {
  const state = startState('nl');
  const input = { text, value: null, hasAttachments: false, locale: 'nl' };
  const understanding = understand(input, state, 'with-bot');
  const found = hitsOf(looked, probability);
  const decision = decide(understanding, state, found, facts());
  conclude(decision, understanding, state, facts(), found);
}

function hitsOf(looked: string[], probability: number) {
  return result(...IDS.map((id, at) => watched(hit(id, at === 0 ? probability : 0.2), looked)));
}

/** Notes the first look at a passage. */
function watched(found: Hit, looked: string[]): Hit {
  const look = () => {
    if (!looked.includes(found.item.id)) looked.push(found.item.id);
  };
  return {
    item: item(found.item.id),
    confidence: found.confidence,
    get passage() {
      look();
      return found.passage;
    },
    get trees() {
      look();
      return found.trees;
    },
    isPart: found.isPart,
  };
}
