import { describe, expect, it } from 'vitest';
import type { TurnFacts, TurnOutcome } from '../../../../bot/turn/contracts.js';
import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import { readingParts } from '../../../../index/passages/reading-parts.js';
import { Dialogue, type Search } from './dialogue.js';
import { hit, item, result } from './made-up.js';

const STEPS = [
  'Rood betekent: geen signaal.',
  '1. Kijk of er een storing is.\n2. Controleer de kabel.\n3. Haal de stekker een minuut los.',
  'Blijft hij rood, dan moet iemand de lijn meten.',
].join('\n\n');
const WATCH = 'Dat kan met Duo. Het kost 5 euro per maand.\n\nActiveren kan tot 2 uur duren.';
const ITEMS = {
  lamp: item('lamp', { answer: STEPS }),
  watch: item('watch', { answer: WATCH }),
  cable: item('cable', { answer: 'Vervang de kabel.' }),
} as const;

function found(id: keyof typeof ITEMS, probability: number, passage = ITEMS[id].answer) {
  return { ...hit(id, probability, ITEMS[id]), passage };
}

const COMMUNITY: Search = (text) => {
  if (/horloge/i.test(text)) return result(found('watch', 0.95, 'Dat kan met Duo.'));
  if (/kabel/i.test(text)) return result(found('cable', 0.95));
  if (/rood/i.test(text)) {
    const passage = 'Rood betekent: geen signaal.\n\n1. Kijk of er een storing is.\n2. Controleer de kabel.';
    return result(found('lamp', 0.9, passage), found('cable', 0.6));
  }
  return result(hit('niets', 0.02));
};

const FACTS: Partial<TurnFacts> = {
  findItem: (id) => ITEMS[id as keyof typeof ITEMS] ?? null,
  readAnswer: (id) => {
    const tree = parseAnswer(ITEMS[id as keyof typeof ITEMS]?.answer ?? '');
    return { tree, parts: readingParts(tree) };
  },
};

function talk(...says: readonly string[]): TurnOutcome {
  const dialogue = new Dialogue(COMMUNITY, 'nl', FACTS);
  const outcomes = says.map((text) => dialogue.say(text));
  return outcomes.at(-1) as TurnOutcome;
}

const quoted = ({ messages }: TurnOutcome) => messages.find(({ isQuote }) => isQuote)?.text;
const said = ({ messages }: TurnOutcome) => messages.map(({ text }) => text).join('\n');

describe('that it works', () => {
  it('is taken for thanks beside an offer of a person, and nothing is searched for it', () => {
    const asked = ['waarom is het lampje rood', 'helpt niet', 'helpt niet'];
    expect(talk(...asked).decision.kind).toBe('offer-person');
    const works = talk(...asked, 'bedankt, het werkt weer');
    expect(works.decision).toMatchObject({ kind: 'small-talk', talk: 'thanks' });
  });
});

describe('a step by its number', () => {
  it.each(['ik snap stap 2 niet', 'hoe moet dat bij de tweede stap?'])(
    'is told again alone for "%s"',
    (text) => {
      const step = talk('waarom is het lampje rood', text);
      expect(quoted(step)).toContain('Controleer de kabel');
      expect(quoted(step)).not.toContain('Kijk of er een storing is');
      expect(step.messages[0]?.intro).toBe('Dit is stap 2:');
    },
  );

  it('is not told where there is none', () => {
    expect(quoted(talk('waarom is het lampje rood', 'wat is stap 9?')) ?? '').not.toContain('Dit is stap');
  });
});

describe('what the customer asks to be done for them', () => {
  it('is offered to a person, not answered again', () => {
    const outcome = talk('hoe koppel ik mijn horloge', 'kunt u dat horloge voor mij koppelen en regelen?');
    expect(outcome.decision).toEqual({ kind: 'offer-person', reason: 'company-only' });
  });
});

describe('the price of what was just told', () => {
  it('is looked for in that answer, also where it is named once more', () => {
    expect(quoted(talk('hoe koppel ik mijn horloge', "wat kost zo'n abonnement?"))).toContain('5 euro');
  });
});

describe('"what now?"', () => {
  it('reads on from what was shown, and never shows it again', () => {
    const next = talk('waarom is het lampje rood', 'wat nu?');
    expect(next.decision.kind).toBe('read-on');
    expect(quoted(next)).toContain('Haal de stekker een minuut los');
    expect(quoted(next)).not.toContain('Kijk of er een storing is');
  });

  it('leads to another answer and then to a person where nothing is left to read', () => {
    const dialogue = new Dialogue(COMMUNITY, 'nl', FACTS);
    const outcomes = ['waarom is het lampje rood', 'wat nu?', 'wat nu?', 'wat nu?'].map((text) =>
      dialogue.say(text),
    );
    const kinds = outcomes.map(({ decision }) => decision.kind);
    expect(kinds).toEqual(['answer', 'read-on', 'answer-with-doubt', 'offer-person']);
    // Nobody has said that it did not help.
    expect(said(outcomes.at(-1) as TurnOutcome)).toContain('Dit antwoord gaat niet verder.');
  });

  it('keeps feedback about the answer that was shown first', () => {
    expect(talk('waarom is het lampje rood', 'wat nu?').state.answer).toMatchObject({
      turnId: 't1',
      itemId: 'lamp',
    });
  });

  it('is offered a person again while a person is offered', () => {
    expect(talk('mijn goudvis is ziek', 'wat nu?').decision).toEqual({
      kind: 'offer-person',
      reason: 'no-match',
    });
  });
});

describe('"I do not understand"', () => {
  it('gets the first step alone and then each next one by the word that the bot names', () => {
    const simply = talk('waarom is het lampje rood', 'ik snap het niet');
    expect(simply.decision.kind).toBe('put-simply');
    expect(quoted(simply)).toContain('Kijk of er een storing is');
    expect(quoted(simply)).not.toContain('Controleer de kabel');
    expect(said(simply)).toContain('"verder"');
    const next = talk('waarom is het lampje rood', 'ik snap het niet', 'verder');
    expect(quoted(next)).toBe('2. Controleer de kabel.');
  });

  it('is offered a person the second time', () => {
    const second = talk('waarom is het lampje rood', 'ik snap het niet', 'ik begrijp het niet');
    expect(second.decision.kind).toBe('offer-person');
    expect(said(second)).toContain('Eenvoudiger kan ik het niet zeggen.');
  });
});

describe('a detail', () => {
  it('is answered from the thread just quoted where it holds one', () => {
    expect(quoted(talk('kan ik een horloge koppelen', 'wat kost dat?'))).toContain('5 euro');
    expect(quoted(talk('kan ik een horloge koppelen', 'en hoe lang duurt het?'))).toContain('2 uur');
  });

  it('is no answer from a thread without a price', () => {
    expect(talk('waarom is het lampje rood', 'wat kost dat?').decision.kind).toBe('offer-person');
    expect(talk('wat kost een kabel').decision.kind).toBe('offer-person');
  });
});

describe('"never mind"', () => {
  it.each(['laat maar', 'nee liever niet', 'hoeft niet meer'])(
    '"%s" lets an answer go and is no word on it',
    (text) => {
      const gone = talk('waarom is het lampje rood', text);
      expect(gone).toMatchObject({ decision: { kind: 'let-go' }, feedback: null });
      expect(gone.state).toMatchObject({ question: null, answer: null, openChoices: [] });
    },
  );

  it.each(['doe maar niet', 'nee liever niet'])('"%s" declines a person', (text) => {
    expect(talk('mijn goudvis is ziek', text).handoff?.move).toBe('decline');
  });
});

describe('the same words', () => {
  it('are announced the second time and not quoted a third', () => {
    const dialogue = new Dialogue(COMMUNITY, 'nl', FACTS);
    const [first, second, third] = [1, 2, 3].map(() => dialogue.say('welke kabel moet ik kopen'));
    expect(first?.messages[0]?.isQuote).toBe(true);
    expect(second?.messages[0]?.text).toMatch(/^Dit antwoord gaf ik u net ook/);
    expect(third?.decision).toEqual({ kind: 'offer-person', reason: 'not-helpful' });
  });
});

describe('a customer who waits', () => {
  it('is answered what is surely known, marked as such, and stays in the queue', () => {
    const answered = talk('medewerker', 'waarom is het lampje rood?');
    expect(said(answered)).toMatch(/^Terwijl u op een medewerker wacht/);
    expect(answered.handoff).toBeNull();
    expect(answered.state.openChoices.map(({ value }) => value.action)).toContain('cancel-request');
  });

  it('keeps what is told for the agent', () => {
    expect(talk('medewerker', 'het gaat over een kabel').decision).toEqual({
      kind: 'still-waiting',
      isTold: false,
      tellsMatter: true,
    });
  });

  it('is told the place as often as it is asked for', () => {
    const asked = talk('medewerker', 'het gaat over mijn router', 'hoe lang moet ik nog wachten?');
    expect(said(asked)).toMatch(/U wacht op een medewerker|eerste aan de beurt/);
  });
});

describe('a question that announces another subject', () => {
  it('is searched without the one before', () => {
    const dialogue = new Dialogue(COMMUNITY, 'nl', FACTS);
    dialogue.say('waarom is het lampje rood');
    dialogue.say('andere vraag: welke kabel moet ik kopen?');
    expect(dialogue.searched.at(-1)).toBe('welke kabel moet ik kopen?');
  });
});

describe('a customer who corrects themselves', () => {
  it.each(['sorry, ik bedoel welke kabel ik moet kopen', 'welke kabel moet ik kopen, bedoel ik'])(
    'is understood by what they mean: "%s"',
    (text) => {
      const meant = talk('waarom is mijn router stuk', text);
      expect(meant.decision).toMatchObject({ kind: 'answer', hit: { item: { id: 'cable' } } });
    },
  );
});
