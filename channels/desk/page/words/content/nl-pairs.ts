import type { PairWords } from './pair-words.js';

/** Answers that contradict each other, in Dutch. */
export const pairsNl: PairWords = {
  title: 'Welk antwoord geldt?',
  hint: 'Twee antwoorden op dezelfde vraag die elkaar tegenspreken. Gaat het over geld, dan geeft de bot geen van beide totdat u beslist. Wat u beslist geldt vanaf de volgende release.',
  none: 'Er zijn geen antwoorden die elkaar tegenspreken.',
  shown: (shown, all) =>
    shown < all ? `De eerste ${shown} van ${all} paren.` : all === 1 ? '1 paar.' : `${all} paren.`,
  about: {
    money: 'Ze noemen verschillende bedragen.',
    amount: 'Ze noemen verschillende aantallen of termijnen.',
    verdict: 'Het ene zegt ja, het andere nee.',
    steps: 'Wat het ene aanraadt, raadt het andere af.',
  },
  heldBack: 'De bot geeft geen van beide totdat u beslist.',
  believedLess: 'De bot geeft het oudere antwoord minder snel.',
  older: 'Het oudere antwoord',
  newer: 'Het nieuwere antwoord',
  votes: (count) => (count === 1 ? '1 stem' : `${count} stemmen`),
  olderCounts: 'Het oudere antwoord geldt',
  newerCounts: 'Het nieuwere antwoord geldt',
  bothHold: 'Beide kloppen, elk voor de eigen vraag',
  of: (act, question) => `${act}: ${question}`,
  keptOne:
    'Bewaard. Vanaf de volgende release krijgen beide vragen dit antwoord. Verandert de tekst ervan, dan wordt het u opnieuw gevraagd.',
  keptBoth:
    'Bewaard. Vanaf de volgende release krijgt elke vraag het eigen antwoord. Verandert een van de teksten, dan wordt het u opnieuw gevraagd.',
  decided: 'Beslist',
  counted: (question) => `Het antwoord op “${question}” geldt.`,
  countedBoth: 'Beide kloppen, elk voor de eigen vraag.',
  by: (name, at) => `Door ${name}, ${at}`,
  undo: 'Ongedaan maken',
  undone: 'De beslissing is ongedaan gemaakt. Vanaf de volgende release geldt ze niet meer.',
};
