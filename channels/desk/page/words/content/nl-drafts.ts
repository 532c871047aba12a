import type { DraftWords } from './draft-words.js';

/** From an answer to one customer to the knowledge for all, in Dutch. */
export const draftsNl: DraftWords = {
  share: 'Dit vragen anderen ook',
  title: 'Dit vragen anderen ook',
  hint: 'Dit wordt bewaard. Persoonsgegevens zijn eruit gehaald: kijk of er nog iets staat waaraan je de klant herkent. Een contentredacteur beslist of de bot dit antwoord mag geven, met jouw naam erbij.',
  question: 'Vraag, in één zin',
  answer: 'Antwoord dat voor iedereen klopt',
  submit: 'Voorstellen',
  redacted: 'We hebben er nog persoonsgegevens uit gehaald. Kijk het na voordat je het voorstelt.',
  done: 'Voorgesteld. Een contentredacteur kijkt ernaar.',
  close: 'Sluiten',
  waiting: 'Voorgesteld door medewerkers',
  noneWaiting: 'Er wacht niets op een besluit.',
  look: 'Bekijken',
  lookOf: (question) => `Bekijken: ${question}`,
  by: (author, at) => `Van ${author}, ${at}`,
  own: 'Je hebt dit zelf voorgesteld. Iemand anders moet het goedkeuren.',
  decideHint:
    'Na goedkeuring geeft de bot dit antwoord vanaf de volgende release, met de naam van de schrijver.',
  approve: 'Goedkeuren',
  refuse: 'Afwijzen',
  refuseTitle: 'Dit antwoord afwijzen?',
  refuseHint:
    'Er blijft niets van over. De schrijver kan het opnieuw voorstellen zolang het gesprek bewaard is.',
  approved: 'Goedgekeurd. Klanten krijgen het met de volgende release.',
  refused: 'Afgewezen.',
  inUse: 'Antwoorden van onze medewerkers',
  approvedBy: (name, at) => `goedgekeurd door ${name}, ${at}`,
  takeBack: 'Intrekken',
  takeBackOf: (question) => `Intrekken: ${question}`,
  takeBackTitle: 'Dit antwoord intrekken?',
  takeBackHint: 'Niemand krijgt dit antwoord nog, en de tekst wordt gewist.',
  takenBack: 'Ingetrokken. Niemand krijgt dit antwoord nog.',
};
