import { describe, expect, it } from 'vitest';
import { Dialogue, type Search } from './dialogue.js';
import { hit, result } from './made-up.js';

const ROAMING = {
  answer:
    'Zet roaming aan bij Instellingen. Turkije en Zwitserland kosten 5 euro per dag. Het duurt een uur.',
};

/** Each answer is found by its own words; Turkey and Switzerland only together with roaming. */
const COMMUNITY: Search = (text) => {
  if (/factuur/i.test(text)) return result(hit('factuur', 0.9));
  if (/roaming.*(zwitserland|turkije)/i.test(text)) return result(hit('abroad', 0.85, ROAMING));
  if (/roaming/i.test(text)) return result(hit('roaming', 0.9, ROAMING), hit('second', 0.6));
  if (/wifi/i.test(text)) return result(hit('wifi', 0.9), hit('mesh', 0.6));
  return result(hit('nothing', 0.02));
};

/** What is remembered after each turn. */
function questionsOf(...said: readonly string[]): (string | null)[] {
  const dialogue = new Dialogue(COMMUNITY);
  return said.map((text) => dialogue.say(text).state.question);
}

describe('the subject of a dialogue', () => {
  it('stays over follow-ups that no word marks', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    const second = dialogue.say('turkije?');
    expect(second.decision).toMatchObject({ kind: 'answer', hit: { item: { id: 'abroad' } } });
    expect(second.state.question).toBe('hoe zet ik roaming aan turkije?');
    const third = dialogue.say('hoe lang duurt dat?');
    expect(third.decision).toMatchObject({ kind: 'answer', hit: { item: { id: 'abroad' } } });
    expect(third.state.question).toBe('hoe zet ik roaming aan turkije? hoe lang duurt dat?');
  });

  it('changes with a question that only begins like a follow-up', () => {
    expect(questionsOf('hoe zet ik roaming aan', 'en mijn factuur bekijken?', 'en de wifi?')).toEqual([
      'hoe zet ik roaming aan',
      'en mijn factuur bekijken?',
      'en de wifi?',
    ]);
  });

  it('changes with another question and goes on from that one', () => {
    expect(
      questionsOf(
        'hoe zet ik roaming aan',
        'turkije?',
        'waarom is mijn wifi traag',
        'komt dat door de muur?',
      ),
    ).toEqual([
      'hoe zet ik roaming aan',
      'hoe zet ik roaming aan turkije?',
      'waarom is mijn wifi traag',
      'waarom is mijn wifi traag komt dat door de muur?',
    ]);
  });

  it('stays for the agent where a follow-up finds nothing', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hallo, ik zoek een bril');
    expect(dialogue.say('en een zonnebril?').handoff?.question).toBe('ik zoek een bril en een zonnebril?');
  });

  it('outlives words that say nothing new', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('ik zoek een bril');
    expect(dialogue.say('nog steeds niet').state.question).toBe('ik zoek een bril');
  });

  it('begins anew with what was rejected', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    dialogue.say('nee');
    expect(dialogue.state.rejectedItemIds).toEqual(['roaming']);
    dialogue.say('en mijn factuur bekijken?');
    expect(dialogue.state).toMatchObject({ question: 'en mijn factuur bekijken?', rejectedItemIds: [] });
  });

  it('keeps what was rejected for a follow-up', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    dialogue.say('nee');
    dialogue.say('en in turkije?');
    expect(dialogue.state).toMatchObject({
      question: 'hoe zet ik roaming aan en in turkije?',
      rejectedItemIds: ['roaming'],
    });
  });

  it('is what a rejected answer leads on from', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    dialogue.say('waarom is mijn wifi traag');
    const next = dialogue.say('dat helpt niet');
    expect(next.decision).toMatchObject({ kind: 'answer-with-doubt', hit: { item: { id: 'mesh' } } });
    expect(dialogue.searched.at(-1)).toBe('waarom is mijn wifi traag');
  });

  it('is no longer that of an answer before it', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    dialogue.say('mijn goudvis is ziek');
    const late = dialogue.say({ value: { action: 'feedback', turnId: 't1', isHelpful: false } });
    expect(late.decision.kind).toBe('thank-for-feedback');
    expect(late.feedback).toEqual({ turnId: 't1', isHelpful: false });
    expect(dialogue.state.rejectedItemIds).toEqual([]);
  });
});

describe('the mood of a dialogue', () => {
  it('is remembered until an answer helps', () => {
    const dialogue = new Dialogue(COMMUNITY);
    expect(dialogue.say('roaming doet het WEER NIET, belachelijk!!').state.mood).toBe('annoyed');
    expect(dialogue.say('waarom is mijn wifi traag').state.mood).toBe('annoyed');
    expect(dialogue.say('ja').state.mood).toBe('calm');
  });
});
