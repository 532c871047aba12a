import type { HandoffState } from '../../bot/contracts/messages.js';

/** What somebody does, the customer or the agent at the desk, or nobody. */
export type Act =
  | { readonly says: string }
  | { readonly saysTwice: string }
  | { readonly chooses: string }
  | { readonly rates: boolean }
  | { readonly sends: 'a picture' }
  | { readonly agent: 'claims' | 'closes' | 'gives back' | { readonly replies: string } }
  /** Nobody does anything for so many minutes. */
  | { readonly passes: number };

/** What the customer then sees and how things stand, the same in every channel. */
export interface Expected {
  /** Words that stand in what came, in this order. */
  readonly words?: readonly string[];
  /** Words that do not. */
  readonly notWords?: string;
  /** Id of the item that is quoted with its source and can be rated; nothing is quoted where left out. */
  readonly answer?: string;
  /** Titles of all choices. */
  readonly choices?: readonly string[];
  /** Whether it is an agent who speaks. */
  readonly isAgent?: true;
  /** Nothing at all came. */
  readonly isSilent?: true;
  readonly state: HandoffState;
  /** All ratings up to now; none where left out. */
  readonly ratings?: readonly boolean[];
}

export type Step = readonly [act: Act, expected: Expected];

const TRAAG = { answer: 'nl:traag', state: 'with-bot' } as const;
const MESH_QUESTION = 'Hoe zet ik een wifi-versterker van Zwaluw neer in een huis met drie verdiepingen?';
const KANAAL_QUESTION = 'Welk wifi-kanaal kies ik?';
const OTHERS = [MESH_QUESTION, KANAAL_QUESTION];
const SIGNAL = [MESH_QUESTION, KANAAL_QUESTION, 'Waarom is mijn wifi boven zo traag?', 'Geen van deze'];
const WAITING = { choices: ['Stop met wachten'], state: 'waiting' } as const;
/** How satisfied a customer is after an agent closed. */
const SCORES = ['1', '2', '3', '4', '5'];

/** What would be marks, HTML or a mention, if it were not what a person typed. */
const AGENT_WORDS = ['Dag Anna & co, staat *uw* router _boven_?', '1. Zet hem <b>uit</b>', '# of bel 1200_2'];

/** Who does what, what is seen of it and who has the conversation then. */
export const CHANNEL_DIALOGUES: Readonly<Record<string, readonly Step[]>> = {
  'answers with its source and takes "yes, helped"': [
    [{ says: 'Waar vind ik de puk-code?' }, { answer: 'nl:puk', state: 'with-bot' }],
    [{ rates: true }, { words: ['Fijn dat het gelukt is!'], state: 'with-bot', ratings: [true] }],
  ],
  'answers in English and takes "yes, helped"': [
    [{ says: 'How can I switch to an eSIM, please?' }, { answer: 'en:esim', state: 'with-bot' }],
    [{ rates: true }, { words: ['Glad it helped!'], state: 'with-bot', ratings: [true] }],
  ],
  'quotes a part, warns of its age, leads to the rest': [
    [
      { says: 'Hoort Zwitserland bij mijn bundel?' },
      { words: ['Dit antwoord is uit 2022.'], answer: 'nl:zwitserland', state: 'with-bot' },
    ],
  ],
  'says the whole answer where no link leads to it': [
    [{ says: 'Hoe zeg ik mijn voicemail op?' }, { answer: 'nl:zonder-link', state: 'with-bot' }],
  ],
  'doubts, shows alternatives and answers the chosen one': [
    [
      { says: 'Mijn wifi is traag, hoe komt dat?' },
      { words: ['Dit antwoord past waarschijnlijk bij uw vraag.'], choices: OTHERS, ...TRAAG },
    ],
    [{ chooses: MESH_QUESTION }, { answer: 'nl:mesh', state: 'with-bot' }],
  ],
  'doubts in English and answers the chosen one': [
    [
      { says: 'What should I think of for my holiday?' },
      {
        words: ['This answer probably fits your question.'],
        answer: 'en:abroad',
        choices: ['How do I switch on roaming on an Android phone?'],
        state: 'with-bot',
      },
    ],
    [
      { chooses: 'How do I switch on roaming on an Android phone?' },
      { answer: 'en:roaming', state: 'with-bot' },
    ],
  ],
  'asks "did you mean", offers a person, hands over and back': [
    [
      { says: 'Er is iets met het signaal' },
      { words: ['Bedoelt u een van deze vragen?'], choices: SIGNAL, state: 'with-bot' },
    ],
    [
      { chooses: 'Geen van deze' },
      {
        words: ['zal ik u met een medewerker verbinden?'],
        choices: ['Ja, graag', 'Nee, dank u'],
        state: 'offered',
      },
    ],
    [
      { chooses: 'Ja, graag' },
      { words: ['Goed, ik verbind u met een medewerker.', 'U bent als eerste aan de beurt.'], ...WAITING },
    ],
    [
      { agent: 'claims' },
      { words: ['Sanne neemt het gesprek over. U praat nu met een mens.'], state: 'with-agent' },
    ],
    [
      { agent: { replies: AGENT_WORDS.join('\n') } },
      { words: AGENT_WORDS, isAgent: true, state: 'with-agent' },
    ],
    [{ says: 'In de meterkast' }, { isSilent: true, state: 'with-agent' }],
    [
      { agent: { replies: 'Zet hem dan in de kamer, zie https://zwaluw.example/router' } },
      { words: ['Zet hem dan in de kamer'], isAgent: true, state: 'with-agent' },
    ],
    [
      { agent: 'closes' },
      {
        words: ['Sanne heeft dit gesprek afgerond.', 'Hoe tevreden bent u'],
        choices: SCORES,
        state: 'solved',
      },
    ],
    [{ says: 'Waar vind ik de puk-code?' }, { answer: 'nl:puk', state: 'solved' }],
  ],
  'asks "did you mean" in English and hands over': [
    [
      { says: 'There is something with my connection' },
      {
        words: ['Do you mean one of these questions?'],
        choices: [
          'How do I switch on roaming on an Android phone?',
          'Can I use my bundle abroad?',
          'None of these',
        ],
        state: 'with-bot',
      },
    ],
    [{ chooses: 'None of these' }, { choices: ['Yes, please', 'No, thanks'], state: 'offered' }],
    [
      { chooses: 'Yes, please' },
      { words: ['You are next in line.'], choices: ['Stop waiting'], state: 'waiting' },
    ],
    [{ agent: 'claims' }, { words: ['Sanne has taken over this chat.'], state: 'with-agent' }],
    [
      { agent: { replies: 'Hello, let us see.' } },
      { words: ['Hello, let us see.'], isAgent: true, state: 'with-agent' },
    ],
    [
      { agent: 'closes' },
      { words: ['Sanne has closed this chat.', 'How satisfied are you'], choices: SCORES, state: 'solved' },
    ],
    [{ chooses: '4' }, { words: ['Thank you for telling us.'], choices: ['Say more'], state: 'solved' }],
  ],
  'takes a person back from the queue': [
    [{ says: 'Ik wil een medewerker spreken' }, { words: ['Natuurlijk, ik verbind u'], ...WAITING }],
    [{ chooses: 'Stop met wachten' }, { words: ['U staat niet meer in de rij.'], state: 'with-bot' }],
  ],
  'keeps what is said in the queue for the agent': [
    [{ says: 'medewerker' }, { words: ['U bent als eerste aan de beurt.'], ...WAITING }],
    [{ says: 'Het gaat over mijn puk-code' }, { words: ['de medewerker leest dit straks ook'], ...WAITING }],
  ],
  'hands over at once what only the company can see': [
    [
      { says: 'Mijn bestelling is nog niet geleverd' },
      { words: ['Dit gaat over uw eigen bestelling', 'U bent als eerste aan de beurt.'], ...WAITING },
    ],
  ],
  'begins anew, sends what was said and ends by typed words': [
    [{ says: 'Ik wil een medewerker spreken' }, WAITING],
    [
      { says: 'Begin een nieuw gesprek' },
      { words: ['We beginnen opnieuw; u staat niet meer in de rij.'], state: 'with-bot' },
    ],
    [{ says: 'Stuur mij dit gesprek' }, { words: ['gesprek'], state: 'with-bot' }],
    [{ says: 'medewerker' }, WAITING],
    [{ agent: 'claims' }, { words: ['Sanne'], state: 'with-agent' }],
    [
      { says: 'Gesprek beëindigen' },
      { words: ['U heeft het gesprek beëindigd.'], choices: SCORES, state: 'solved' },
    ],
  ],
  'takes a typed number for a choice': [
    [{ says: 'Er is iets met het signaal' }, { choices: SIGNAL, state: 'with-bot' }],
    [{ says: '2' }, { answer: 'nl:kanaal', state: 'with-bot' }],
  ],
  'takes a typed title for a choice': [
    [{ says: 'Er is iets met het signaal' }, { choices: SIGNAL, state: 'with-bot' }],
    [{ says: 'geen van deze' }, { choices: ['Ja, graag', 'Nee, dank u'], state: 'offered' }],
    [
      { says: 'nee dank u' },
      { words: ['Prima, dan help ik u verder.'], notWords: 'in de rij', state: 'with-bot' },
    ],
  ],
  'shows the next answer after "no", then offers a person': [
    [{ says: 'Mijn wifi is traag, hoe komt dat?' }, { choices: OTHERS, ...TRAAG }],
    [
      { rates: false },
      { words: ['Jammer dat het niet hielp.'], answer: 'nl:mesh', state: 'with-bot', ratings: [false] },
    ],
    [{ rates: false }, { choices: ['Ja, graag', 'Nee, dank u'], state: 'offered', ratings: [false, false] }],
  ],
  'asks for words after a picture alone': [
    [{ sends: 'a picture' }, { words: ['Wat is uw vraag erbij?'], state: 'with-bot' }],
    [{ says: 'Waar vind ik de puk-code?' }, { answer: 'nl:puk', state: 'with-bot' }],
  ],
  'says a long answer whole and in order': [
    [{ says: 'Hoe lees ik mijn factuur van vorig jaar?' }, { answer: 'nl:lang', state: 'with-bot' }],
  ],
  'tells that nobody was free, and keeps waiting': [
    [{ says: 'medewerker' }, { words: ['U bent als eerste aan de beurt.'], ...WAITING }],
    [
      { passes: 31 },
      {
        words: ['er is nu geen medewerker vrij'],
        choices: ['Blijf wachten', 'Verder met chatbot'],
        state: 'expired',
      },
    ],
    [{ chooses: 'Blijf wachten' }, { words: ['U bent als eerste aan de beurt.'], ...WAITING }],
  ],
  'helps on when the agent gives the conversation back': [
    [{ says: 'medewerker' }, { words: ['U bent als eerste aan de beurt.'], ...WAITING }],
    [{ agent: 'claims' }, { words: ['Sanne neemt het gesprek over.'], state: 'with-agent' }],
    [
      { agent: 'gives back' },
      { words: ['Sanne is uit het gesprek. Ik, de chatbot, help u weer verder.'], state: 'with-bot' },
    ],
    [{ says: 'Waar vind ik de puk-code?' }, { answer: 'nl:puk', state: 'with-bot' }],
  ],
  'answers once what is delivered twice': [
    [
      { saysTwice: 'Waar vind ik de puk-code?' },
      { words: ['Heeft dit u geholpen?'], answer: 'nl:puk', state: 'with-bot' },
    ],
  ],
};
