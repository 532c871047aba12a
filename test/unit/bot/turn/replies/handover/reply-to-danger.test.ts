import { describe, expect, it } from 'vitest';
import { startState } from '../../../../../../bot/turn/turn.js';
import { Dialogue } from '../../dialogue.js';
import { facts, hit, result } from '../../made-up.js';

const { safetyTexts } = facts();
const community = () => result(hit('roaming', 0.9), hit('wereld', 0.4));

function begun(): Dialogue {
  const dialogue = new Dialogue(community);
  dialogue.state = startState('nl');
  return dialogue;
}

describe('a reply to danger', () => {
  it('is the number that helps first, then a person with urgency, and nothing is searched', () => {
    const dialogue = begun();
    const { decision, messages, handoff } = dialogue.say('Ik denk er niet meer te willen zijn');
    expect(dialogue.searched).toEqual([]);
    expect(decision).toEqual({ kind: 'hand-over', reason: 'danger', priority: 'urgent' });
    expect(messages.map(({ text }) => text)).toEqual([
      safetyTexts.suicide.nl.text,
      'Ik ben een chatbot. Ik heb met spoed een medewerker gevraagd. Die leest dit hele gesprek. Wacht daar niet op als u nu hulp nodig hebt.',
    ]);
    expect(messages[0]).toMatchObject({ choices: [], feedback: null, status: null, source: null });
    expect(messages[1]?.status).toMatchObject({ handoff: 'waiting' });
    expect(handoff).toEqual({
      move: 'request',
      reason: 'danger',
      priority: 'urgent',
      question: 'Ik denk er niet meer te willen zijn',
      bestGuess: null,
    });
  });

  it('to a death condoles and brings a person before others', () => {
    const { decision, messages } = begun().say('Mijn man is overleden, ik wil zijn abonnement stoppen');
    expect(decision).toEqual({ kind: 'hand-over', reason: 'bereavement', priority: 'high' });
    expect(messages[0]?.text).toMatch(/^Gecondoleerd met uw verlies\.\n\n.*akte van overlijden/s);
    expect(messages[1]?.text).toContain('met voorrang');
  });

  it('says the whole text once for each kind, then a line', () => {
    const dialogue = begun();
    dialogue.say('ik wil dood');
    expect(dialogue.say('ik wil echt niet meer leven').messages.map(({ text }) => text)).toEqual([
      safetyTexts.suicide.nl.again,
    ]);
    expect(dialogue.say('er is brand!').messages[0]?.text).toBe(safetyTexts.fire.nl.text);
    expect(dialogue.state.toldDangers).toEqual(['suicide', 'fire']);
  });

  it('comes before an open offer of a person, and raises a wait that began without it', () => {
    const unsure = new Dialogue(() => result(hit('niets', 0.02)));
    unsure.say('mijn goudvis is ziek');
    expect(unsure.handoff).toBe('offered');
    expect(unsure.say('mijn telefoon is gestolen').messages[0]?.text).toBe(safetyTexts.theft.nl.text);

    const waiting = new Dialogue(community);
    waiting.say('medewerker');
    const { messages, handoff } = waiting.say('mijn modem staat in brand');
    expect(messages[0]?.text).toBe(safetyTexts.fire.nl.text);
    expect(handoff).toMatchObject({ move: 'request', reason: 'danger', priority: 'urgent' });
  });

  it('keeps the urgency for who stops waiting and asks for a person after all', () => {
    const dialogue = begun();
    dialogue.say('ik wil dood');
    dialogue.say('stop');
    expect(dialogue.handoff).toBe('with-bot');
    expect(dialogue.say('medewerker').decision).toEqual({
      kind: 'hand-over',
      reason: 'danger',
      priority: 'urgent',
    });
  });

  it('keeps nothing of what was said for later searches and learning', () => {
    const dialogue = new Dialogue(community);
    dialogue.say('hoe zet ik roaming aan?');
    const { state } = dialogue.say('ik wil niet meer leven');
    expect(state).toMatchObject({ question: null, answer: null, rejectedItemIds: [] });
    dialogue.say('stop');
    dialogue.say('en in turkije?');
    expect(dialogue.searched.at(-1)).toBe('en in turkije?');
  });
});
