import { describe, expect, it } from 'vitest';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import { looksUnfinished, startState, understand } from '../../../../../bot/turn/turn.js';
import { ears } from '../../../../support/ears.js';

function heard(text: string, locale: SpokenLanguage = 'nl', isLanguageKnown = false) {
  const state = { ...startState(locale), isLanguageKnown };
  return understand({ text, value: null, hasAttachments: false, locale }, state, 'with-bot', ears);
}

function dangerIn(text: string): string | null {
  const { wish } = heard(text);
  return wish.kind === 'danger' ? wish.danger : null;
}

describe('danger', () => {
  it.each([
    ['IK WIL NIET MEER LEVEN!!!', 'suicide'],
    ['😢😢 ik wil dooood', 'suicide'],
    ['ik denk aan zelfmort', 'suicide'],
    ['ik ben suicidaal', 'suicide'],
    ['ik ben suïcidaal', 'suicide'],
    ['I don’t want to live anymore', 'suicide'],
    ['mijn telefon is gestoln', 'theft'],
    ['mn man is overlden', 'death'],
    ['ik ben opgelihct', 'fraud'],
    ['de   KOOLMONOXIEDEMELDER   gaat af', 'carbon-monoxide'],
    ['de kool monoxide melder gaat af', 'carbon-monoxide'],
    ['ik ruik GAS 🔥', 'gas'],
    ['er komt róók uit de router', 'fire'],
  ])('is heard through capitals, emoji, accents and typing errors: %s', (text, kind) => {
    expect(dangerIn(text)).toBe(kind);
  });

  it('is heard behind courtesies, in the middle of a story and over several messages', () => {
    expect(dangerIn('Hallo, ik heb een vraag. Mijn factuur is te hoog. Ik wil niet meer leven.')).toBe(
      'suicide',
    );
    expect(dangerIn('mijn telefoon\nis gestolen')).toBe('theft');
    expect(dangerIn(`${'Mijn wifi is traag. '.repeat(150)}Ik wil dood.`)).toBe('suicide');
  });

  it('is the most pressing one where several are told', () => {
    expect(dangerIn('Mijn man is overleden en ik wil niet meer leven')).toBe('suicide');
    expect(dangerIn('er is brand en ik kan 112 niet bellen')).toBe('emergency-call');
    expect(dangerIn('mijn vader is overleden en nu is zijn rekening leeggehaald')).toBe('fraud');
  });

  it('of somebody who lost a person to suicide is a death', () => {
    expect(dangerIn('Mijn broer heeft zelfmoord gepleegd, hoe stop ik zijn abonnement?')).toBe('death');
  });

  it('is answered in the language of its words, whatever the page says', () => {
    expect(heard('ik wil dood', 'en').language).toBe('nl');
    expect(heard('brand!!', 'en').language).toBe('nl');
    expect(heard('I smell gas', 'nl').language).toBe('en');
    expect(heard('suicide', 'nl').language).toBe('nl');
    expect(heard('suicide', 'en', true).language).toBe('en');
  });

  it('is not waited with for more words', () => {
    expect(looksUnfinished('ik wil dood')).toBe(false);
    expect(looksUnfinished('brand in mijn')).toBe(false);
    expect(looksUnfinished('het gaat om mijn')).toBe(true);
  });

  it('is heard over an open choice, a feedback question and an offer', () => {
    const state = {
      ...startState('nl'),
      openChoices: [{ title: 'Ja, graag', value: { action: 'request-person' as const } }],
    };
    const input = { text: 'ja, ik wil dood', value: null, hasAttachments: false, locale: 'nl' };
    expect(understand(input, state, 'offered', ears).wish.kind).toBe('danger');
  });

  it('is read from the beginning of a text, however long that is', () => {
    expect(dangerIn(`Ik wil dood. ${'a '.repeat(50_000)}`)).toBe('suicide');
    expect(dangerIn(`${'a '.repeat(50_000)}. Ik wil dood.`)).toBeNull();
  });
});
