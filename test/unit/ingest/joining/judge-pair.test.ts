import { describe, expect, it } from 'vitest';
import { judgePair } from '../../../../ingest/joining/judge-pair.js';

const NEAR = { question: 0.8, passage: 0.8 };
const thread = (question: string, answer: string) => ({ question, answer });
const DEPOSIT = thread(
  'How do I get the deposit for my locker back?',
  'Hand the key in at the front desk and you receive the deposit of 20 euros within two weeks.',
);

describe('two threads that ask the same', () => {
  it('are joined where their answers agree, however the numbers are written', () => {
    const other = thread(
      'Getting back the locker deposit',
      'You receive the deposit, €20, within 14 days when the key is handed in at the front desk.',
    );
    expect(judgePair(DEPOSIT, other, NEAR)).toEqual({ kind: 'duplicate' });
    expect(judgePair(other, DEPOSIT, NEAR)).toEqual({ kind: 'duplicate' });
  });

  it('are left alone where they are not near, or their answers share hardly a word', () => {
    expect(judgePair(DEPOSIT, DEPOSIT, { question: 0.5, passage: 0.6 })).toBeNull();
    const other = thread('How do I get the deposit for my locker back?', 'Ask Peter, he knows everything.');
    expect(judgePair(DEPOSIT, other, NEAR)).toBeNull();
  });

  it('contradict each other where the answers name different money, periods or the other verdict', () => {
    const said = (answer: string) => judgePair(DEPOSIT, thread(DEPOSIT.question, answer), NEAR);
    expect(said('Hand the key in at the front desk, you receive the deposit of 35 euros.')).toEqual({
      kind: 'contradicting',
      about: 'money',
    });
    expect(said('Hand the key in and you receive the deposit within three months.')).toEqual({
      kind: 'contradicting',
      about: 'amount',
    });
    const [yes, no] = [
      thread('Mag ik mijn abonnement overdragen?', 'Ja, dat kan via de balie met een formulier.'),
      thread('Mag ik mijn abonnement overdragen?', 'Nee, overdragen kan niet, ook niet via de balie.'),
    ];
    expect(judgePair(yes, no, NEAR)).toEqual({ kind: 'contradicting', about: 'verdict' });
  });
});

describe('threads that only sound alike', () => {
  const alike = (left: string, right: string) => {
    const answer = 'Open the settings, choose the device and press the round button for ten seconds.';
    return judgePair(thread(left, answer), thread(right, answer), { question: 0.95, passage: 0.95 });
  };

  it('are told apart by a number or model', () => {
    expect(alike('How do I reset the MX40?', 'How do I reset the MX400?')).toBeNull();
    expect(alike('What does fault 12 mean?', 'What does fault 21 mean?')).toBeNull();
  });

  it('are told apart by the name of a product', () => {
    expect(alike('How do I reset my Zephyr?', 'How do I reset my Boreas?')).toBeNull();
  });

  it('are told apart by on and off, in Dutch as well', () => {
    expect(alike('How do I switch roaming on?', 'How do I switch roaming off?')).toBeNull();
    expect(alike('Hoe zet ik roaming aan?', 'Hoe zet ik roaming uit?')).toBeNull();
  });

  it('are told apart by a single word where the questions are built alike', () => {
    expect(
      alike('Does the guarantee cover a cracked screen?', 'Does the guarantee cover a worn battery?'),
    ).toBeNull();
    expect(
      alike('Mag ik mijn hond meenemen op de boot?', 'Mag ik mijn fiets meenemen op de boot?'),
    ).toBeNull();
    expect(alike('How do I pair the button?', 'How do I unpair the button?')).toBeNull();
    expect(
      alike('What does a stamp for a letter cost?', 'What does a stamp for a letter abroad cost?'),
    ).toBeNull();
  });

  it('are joined where only words that say nothing of the subject are swapped', () => {
    const same = { kind: 'duplicate' };
    expect(alike('How do I reset the button?', 'How can I reset my button?')).toEqual(same);
    expect(alike('Hoe reset ik de knop?', 'Hoe kan ik mijn knop resetten?')).toEqual(same);
  });

  it('are joined where nothing of that differs', () => {
    expect(alike('How do I reset my Zephyr?', 'My Zephyr needs a reset, how?')).toEqual({
      kind: 'duplicate',
    });
  });
});
