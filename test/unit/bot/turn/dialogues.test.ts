import { describe, expect, it } from 'vitest';
import type { HandoffState } from '../../../../bot/contracts/messages.js';
import type { Decision } from '../../../../bot/turn/contracts.js';
import { Dialogue, type Search } from './dialogue.js';
import { hit, result } from './made-up.js';

const COMMUNITY: Search = (text) => {
  if (/roaming.*zwitserland/i.test(text)) return result(hit('zwitserland', 0.85));
  if (/roaming/i.test(text)) return result(hit('roaming', 0.9), hit('wereld', 0.6));
  if (/vraag over/i.test(text)) return result(hit(/mesh/.test(text) ? 'mesh' : 'kanaal', 0.95));
  if (/traag|slow/i.test(text)) return result(hit('traag', 0.6), hit('mesh', 0.2), hit('kanaal', 0.01));
  if (/lampje|light/i.test(text))
    return result(hit('kanaal', 0.4), hit('mesh', 0.2), hit('tv', 0.1), hit('x', 0.05));
  if (/factuur|rekening|bill/i.test(text)) return result(hit('factuur', 0.55));
  return result(hit('niets', 0.02));
};

type Row = readonly [says: string, decision: Decision['kind'], words: RegExp | null, handoff: HandoffState];

/** Who says what, what the bot chose, words of its reply, and who has the conversation then. */
const DIALOGUES: Readonly<Record<string, readonly Row[]>> = {
  'answers and takes thanks': [
    ['hoe zet ik roaming aan?', 'answer', /Antwoord over roaming/, 'with-bot'],
    ['ja', 'thank-for-feedback', /Fijn dat het gelukt is/, 'with-bot'],
    ['bedankt', 'small-talk', /Graag gedaan/, 'with-bot'],
  ],
  'leads from a rejected answer to the next and then to a person': [
    ['waarom is mijn wifi traag', 'answer-with-doubt', /past waarschijnlijk/, 'with-bot'],
    ['nee', 'offer-person', /hielp/, 'offered'],
    ['ja graag', 'hand-over', /als eerste aan de beurt/, 'waiting'],
  ],
  'shows the next best answer once': [
    ['hoe zet ik roaming aan', 'answer', /Antwoord over roaming/, 'with-bot'],
    ['dat helpt niet', 'answer-with-doubt', /Antwoord over wereld/, 'with-bot'],
    ['nee', 'offer-person', /Wilt u een medewerker spreken|Zal ik u met/, 'offered'],
    ['nee dank u', 'keep-with-bot', /help ik u verder/, 'with-bot'],
  ],
  'asks back, takes a number, answers': [
    ['wat betekent het lampje', 'ask-back', /Bedoelt u een van deze/, 'with-bot'],
    ['2', 'answer', /Antwoord over mesh/, 'with-bot'],
  ],
  'takes a typed title': [
    ['wat betekent het lampje', 'ask-back', null, 'with-bot'],
    ['vraag over kanaal', 'answer', /Antwoord over kanaal/, 'with-bot'],
  ],
  'offers a person after "none of these"': [
    ['wat betekent het lampje', 'ask-back', null, 'with-bot'],
    ['geen van deze', 'offer-person', /medewerker/, 'offered'],
  ],
  'takes "none of these" under an answer for its no': [
    ['waarom is mijn wifi traag', 'answer-with-doubt', /over traag/, 'with-bot'],
    ['geen van deze', 'offer-person', /hielp/, 'offered'],
  ],
  'takes praise for thanks': [
    ['hoe zet ik roaming aan?', 'answer', /over roaming/, 'with-bot'],
    ['fijn', 'small-talk', /Graag gedaan/, 'with-bot'],
    ['super!', 'small-talk', /Geen probleem/, 'with-bot'],
  ],
  'takes no praise of an answer for a yes to an offer': [
    ['mijn goudvis is ziek', 'offer-person', null, 'offered'],
    ['dat is duidelijk', 'small-talk', /Graag gedaan/, 'offered'],
    ['super', 'hand-over', null, 'waiting'],
  ],
  'asks for another question': [
    ['hoe zet ik roaming aan?', 'answer', /over roaming/, 'with-bot'],
    ['iets anders', 'small-talk', /Wat is uw vraag/, 'with-bot'],
  ],
  'takes a no for "none of these"': [
    ['wat betekent het lampje', 'ask-back', null, 'with-bot'],
    ['nee', 'offer-person', /medewerker/, 'offered'],
  ],
  'never asks back twice in a row': [
    ['wat betekent het lampje', 'ask-back', null, 'with-bot'],
    ['het lampje op de router', 'offer-person', /geen antwoord/, 'offered'],
  ],
  'goes on with another question while a person is offered': [
    ['mijn goudvis is ziek', 'offer-person', /geen antwoord/, 'offered'],
    ['hoe zet ik roaming aan', 'answer', /roaming/, 'with-bot'],
  ],
  'does not say the same offer twice in a row': [
    ['mijn goudvis is ziek', 'offer-person', /geen antwoord dat goed genoeg/, 'offered'],
    ['mijn hond ook', 'offer-person', /Ook hierop/, 'offered'],
  ],
  'hands over at once when asked': [
    ['ik wil een mens spreken', 'hand-over', /k verbind u met een medewerker/, 'waiting'],
  ],
  'hands over what only the company can settle, also where it is heard by words alone': [
    ['mijn bestelling is nog niet geleverd', 'hand-over', /bestelling of afspraak/, 'waiting'],
  ],
  'offers a person where a company matter leaves doubt': [
    ['waarom is mijn factuur deze maand ineens 80 euro', 'offer-person', /eigen gegevens/, 'offered'],
    ['ok', 'hand-over', /^Goed, ik verbind u met een medewerker/, 'waiting'],
  ],
  'keeps messages for the agent and says so once': [
    ['medewerker', 'hand-over', /herhalen/, 'waiting'],
    ['het gaat over mijn wifi', 'still-waiting', /leest dit straks/, 'waiting'],
    ['die is traag', 'still-waiting', null, 'waiting'],
    ['medewerker', 'still-waiting', /U wacht op een medewerker/, 'waiting'],
    ['laat maar', 'keep-with-bot', /niet meer in de rij/, 'with-bot'],
    ['hoe zet ik roaming aan', 'answer', /roaming/, 'with-bot'],
  ],
  'understands a follow-up with the question before': [
    ['hoe zet ik roaming aan', 'answer', /over roaming/, 'with-bot'],
    ['en in zwitserland?', 'answer', /over zwitserland/, 'with-bot'],
  ],
  'tells an annoyed customer once that this is understood': [
    ['mijn tuinhek piept en ik word er gek van!!', 'offer-person', /^Vervelend, dat snap/, 'offered'],
    ['mijn fiets piept ook, ik word er gek van!!', 'offer-person', /^Ook hierop/, 'offered'],
    ['ja', 'hand-over', /^Goed, ik verbind/, 'waiting'],
  ],
  'understands an annoyed customer when the sure answer was wrong': [
    ['roaming doet het WEER NIET, belachelijk!!', 'answer', /^Antwoord over roaming/, 'with-bot'],
    ['medewerker', 'hand-over', /^Vervelend, dat snap ik. Ik verbind/, 'waiting'],
  ],
  'sympathises with a complaint in its own words only': [
    ['waardeloos bedrijf!!', 'offer-person', /^Wat vervelend\./, 'offered'],
    ['jullie zijn echt waardeloos!!', 'offer-person', /^Ik begrijp dat u niet tevreden bent/, 'offered'],
  ],
  'asks for words where there are none': [
    ['ja', 'ask-for-words', /wat er aan de hand is/, 'with-bot'],
    ['nee', 'ask-for-words', /Wat wilt u weten/, 'with-bot'],
    ['???', 'ask-for-words', /wat er aan de hand is/, 'with-bot'],
  ],
  'greets, and answers a question with a greeting in front': [
    ['hallo', 'small-talk', /Waar kan ik u mee helpen/, 'with-bot'],
    ['hallo, hoe zet ik roaming aan', 'answer', /roaming/, 'with-bot'],
  ],
  'answers in English to English words': [
    ['my wifi is slow', 'answer-with-doubt', /probably fits/, 'with-bot'],
    ['no', 'offer-person', /did not help/, 'offered'],
    ['yes please', 'hand-over', /next in line/, 'waiting'],
    ['cancel', 'keep-with-bot', /no longer in line/, 'with-bot'],
  ],
};

describe('a dialogue', () => {
  it.each(Object.entries(DIALOGUES))('%s', (_, rows) => {
    const dialogue = new Dialogue(COMMUNITY);
    for (const [says, decision, words, handoff] of rows) {
      const outcome = dialogue.say(says);
      const text = outcome.messages.map((message) => message.text).join('\n');
      expect(outcome.decision.kind, says).toBe(decision);
      if (words) expect(text, says).toMatch(words);
      else if (decision === 'still-waiting') expect(text).toBe('');
      expect(dialogue.handoff, says).toBe(handoff);
    }
  });

  it.each([
    ['hallo', 'en', /Waar kan ik u mee helpen/],
    ['hello', 'nl', /What can I help you with/],
  ])('greets "%s" in its language on a page in %s', (greeting, locale, words) => {
    const dialogue = new Dialogue(COMMUNITY, locale);
    expect(dialogue.say(greeting).messages[0]?.text).toMatch(words);
  });

  it('offers a person after two turns without an answer', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('mijn goudvis is ziek');
    dialogue.say('mijn hond is ziek');
    expect(dialogue.say('wat betekent het lampje').decision.kind).toBe('offer-person');
    expect(dialogue.say('hoe zet ik roaming aan').decision.kind).toBe('answer');
    expect(dialogue.state.misses).toBe(0);
  });

  it('takes several short messages as one question', () => {
    const dialogue = new Dialogue(COMMUNITY);
    const outcome = dialogue.say('hoi\nik heb een vraag\nhoe zet ik roaming\naan in italie');
    expect(dialogue.searched).toEqual(['hoe zet ik roaming aan in italie']);
    expect(outcome.decision.kind).toBe('answer');
  });

  it('hands over with the question and the best guess', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('waarom is mijn wifi traag');
    const { handoff } = dialogue.say('geef me een medewerker');
    expect(handoff).toMatchObject({
      move: 'request',
      reason: 'asked',
      question: 'waarom is mijn wifi traag',
      bestGuess: { question: 'Vraag over traag?', probability: 0.6 },
    });
  });

  it('remembers why a person was offered', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('mijn goudvis is ziek');
    expect(dialogue.say({ value: { action: 'request-person' }, text: 'Ja, graag' }).handoff).toMatchObject({
      move: 'request',
      reason: 'no-match',
      question: 'mijn goudvis is ziek',
    });
  });

  it('carries feedback, also of an older answer', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    dialogue.say('waarom is mijn wifi traag');
    const old = dialogue.say({ value: { action: 'feedback', turnId: 't1', isHelpful: false } });
    expect(old.feedback).toEqual({ turnId: 't1', isHelpful: false });
    expect(old.decision.kind).toBe('thank-for-feedback');
    expect(dialogue.state.rejectedItemIds).toEqual([]);
  });

  it('begins a new question without what was rejected before', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('hoe zet ik roaming aan');
    dialogue.say('nee');
    expect(dialogue.state.rejectedItemIds).toEqual(['roaming']);
    dialogue.say('waarom is mijn wifi traag');
    expect(dialogue.state.rejectedItemIds).toEqual([]);
  });

  it('asks what a file is about', () => {
    const dialogue = new Dialogue(COMMUNITY);
    const outcome = dialogue.say({ hasAttachments: true });
    expect(outcome.decision.kind).toBe('ask-for-words');
    expect(outcome.messages[0]?.text).toMatch(/bestand/);
  });

  it('keeps the state plain JSON', () => {
    const dialogue = new Dialogue(COMMUNITY);
    dialogue.say('waarom is mijn wifi traag');
    expect(JSON.parse(JSON.stringify(dialogue.state))).toEqual(dialogue.state);
  });
});
