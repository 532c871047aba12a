import type { OutgoingMessage } from '../../bot/contracts/messages.js';
import { inWords } from './in-words.js';

export const BOT = { kind: 'bot', name: 'Zwaluw-assistent' } as const;
export const AGENT = { kind: 'agent', name: 'Sanne de Wit' } as const;

/** A message of the bot in Dutch; `parts` say what is special of it. */
export function said(text: string, parts: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    speaker: BOT,
    ...inWords(text),
    isQuote: false,
    language: 'nl',
    more: null,
    source: null,
    choices: [],
    feedback: null,
    status: null,
    ...parts,
  };
}

export const GREETING = said(
  'Hallo! Ik ben de digitale assistent van Zwaluw. Ik zoek antwoorden op in onze community. Wilt u liever een **medewerker** spreken? Dat kan altijd.',
);

export const ANSWER = said(
  'Dat regelt u zelf in *Mijn Zwaluw*:\n\n1. Ga naar **Simkaart**.\n2. Kies **Overstappen naar eSIM**.\n3. Scan de QR-code met uw nieuwe telefoon.',
  {
    isQuote: true,
    more: {
      title: 'Lees verder',
      ...inWords(
        'Dat regelt u zelf in *Mijn Zwaluw*:\n\n1. Ga naar **Simkaart**.\n2. Kies **Overstappen naar eSIM**.\n3. Scan de QR-code met uw nieuwe telefoon.\n\nDe QR-code is 14 dagen geldig en u kunt hem één keer gebruiken. Overstappen is gratis.',
      ),
    },
    source: {
      itemId: 'sample:1',
      question: 'Hoe zet ik mijn abonnement over op eSIM?',
      author: 'Pieter_K',
      authorRank: 'Superuser',
      answeredAt: '2025-03-03T10:00:00Z',
      url: 'https://community.zwaluw.example/t/1#2',
      licence: null,
      language: 'nl',
      line: 'Antwoord van Pieter_K (Superuser), 3 maart 2025',
      linkTitle: 'Naar de community',
      ageNote: 'Dit antwoord is ouder dan een jaar. Controleer of het nog klopt.',
    },
    feedback: {
      question: 'Helpt dit u verder?',
      yes: { title: 'Ja', value: { action: 'feedback', turnId: 't1', isHelpful: true } },
      no: { title: 'Nee', value: { action: 'feedback', turnId: 't1', isHelpful: false } },
    },
  },
);

export const CHOICES = said('Bedoelt u een van deze vragen?', {
  choices: [
    { title: 'Hoe reset ik mijn Zwaluw Box?', value: { action: 'pick-item', turnId: 't2', itemId: 'a' } },
    {
      title: 'Hoe krijg ik beter bereik met wifi?',
      value: { action: 'pick-item', turnId: 't2', itemId: 'b' },
    },
    { title: 'Geen van deze', value: { action: 'none-of-these', turnId: 't2' } },
  ],
});

export const HOSTILE = said(
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\n\n[klik](javascript:window.hacked=1) en **vet**',
);

export const WAITING = said(
  'Ik haal er een medewerker bij. Die leest dit gesprek mee, dus u hoeft niets te herhalen.',
  {
    status: { handoff: 'waiting', agentName: null, queuePosition: 3 },
  },
);
