import type { Item } from '../../../index/contracts/items.js';
import type { Hit, KnowledgeBase, SearchOptions, SearchResult } from '../../../index/contracts/search.js';
import { exampleItem } from '../../support/embedded-items.js';
import { shownOf } from '../../support/hit-trees.js';

/** An item of the community in a dialogue, with the part of its answer that a search quotes. */
interface KnownItem extends Item {
  readonly passage: string;
}

const ITEMS: readonly KnownItem[] = [
  known({
    id: 'nl:puk',
    language: 'nl',
    question: 'Pincode geblokkeerd, waar vind ik de puk-code?',
    author: { name: 'Pieter_K', rank: 'Superuser' },
    answeredAt: '2026-03-03T10:00:00Z',
    answer: [
      'De PUK-code staat gewoon in **Mijn Zwaluw**:',
      '1. Log in op een *ander* toestel.\n2. Kies je nummer en dan `Simkaart`.\n3. Tik op [Toon de code](https://mijn.zwaluw.example/sim?toon=puk).',
      '> Na tien verkeerde codes is de kaart onbruikbaar.',
    ].join('\n\n'),
  }),
  known({
    id: 'nl:zwitserland',
    language: 'nl',
    question: 'Valt Zwitserland onder mijn EU-bundel? <zonder extra kosten> * of niet',
    author: { name: 'Jolanda_H', rank: 'Expert' },
    answeredAt: '2022-06-01T10:00:00Z',
    passage: 'Nee, Zwitserland hoort **niet** bij de EU-bundel.',
    answer: [
      'Nee, Zwitserland hoort **niet** bij de EU-bundel.',
      'Koop vooraf een Wereldbundel in de app, dan betaal je € 5 voor 500 MB.',
      'Zonder bundel gaat internet bij 60 euro vanzelf uit.',
    ].join('\n\n'),
  }),
  known({
    id: 'nl:traag',
    language: 'nl',
    question: 'Waarom is mijn wifi boven zo traag?',
    author: { name: 'Mehmet_D', rank: 'Expert' },
    answer: 'Zet de router hoger en vrij van de muur.',
  }),
  known({
    id: 'nl:mesh',
    language: 'nl',
    question: 'Hoe zet ik een wifi-versterker van Zwaluw neer in een huis met drie verdiepingen?',
    author: { name: 'Mehmet_D', rank: 'Expert' },
    answer: 'Zet de versterker halverwege de trap en koppel hem met WPS.',
  }),
  known({
    id: 'nl:kanaal',
    language: 'nl',
    question: 'Welk wifi-kanaal kies ik?',
    author: { name: 'Pieter_K', rank: 'Superuser' },
    answer: 'Kies kanaal 1, 6 of 11.',
  }),
  known({
    id: 'nl:zonder-link',
    language: 'nl',
    question: 'Hoe zeg ik mijn voicemail uit?',
    author: { name: 'Jolanda_H', rank: 'Expert' },
    url: null,
    licence: null,
    passage: 'Bel 1233 en kies 4.',
    answer:
      'Bel 1233 en kies 4.\n\nIn het buitenland typ je eerst ##002# en daarna op bellen; dat is gratis.',
  }),
  known({
    id: 'nl:lang',
    language: 'nl',
    question: 'Hoe lees ik mijn oude facturen?',
    author: { name: 'Jolanda_H', rank: 'Expert' },
    answer: Array.from(
      { length: 60 },
      (_, index) =>
        `Regel ${index + 1} van de factuur noemt **wat** je toen betaalde, waarvoor dat was, en in welke maand.`,
    ).join('\n\n'),
  }),
  known({
    id: 'en:esim',
    question: 'How do I change from a plastic SIM to eSIM?',
    author: { name: 'Sarah_W', rank: 'Superuser' },
    answer: 'Open the **app** and choose *Change SIM*:\n\n- scan the code\n- switch your phone off and on',
  }),
  known({
    id: 'en:abroad',
    question: 'Can I use my bundle abroad?',
    author: { name: 'Tom_B', rank: 'Expert' },
    answer: 'Yes, in all countries of the European Union.',
  }),
  known({
    id: 'en:roaming',
    question: 'How do I switch on roaming on an Android phone?',
    author: { name: 'Tom_B', rank: 'Expert' },
    answer: 'Open Settings, then Network, and switch on Roaming.',
  }),
];

type Sure = readonly [itemId: string, probability: number];

/** What is found for words of a question, best first; the first row that fits. */
const FOUND: readonly (readonly [words: RegExp, hits: readonly Sure[]])[] = [
  [/puk/i, [['nl:puk', 0.95]]],
  [/zwitserland/i, [['nl:zwitserland', 0.9]]],
  [/factuur/i, [['nl:lang', 0.95]]],
  [/voicemail/i, [['nl:zonder-link', 0.9]]],
  [
    /wifi.*traag|traag.*wifi/i,
    [
      ['nl:traag', 0.6],
      ['nl:mesh', 0.55],
      ['nl:kanaal', 0.2],
    ],
  ],
  [
    /signaal/i,
    [
      ['nl:mesh', 0.4],
      ['nl:kanaal', 0.35],
      ['nl:traag', 0.3],
    ],
  ],
  [/e-?sim/i, [['en:esim', 0.95]]],
  [
    /holiday/i,
    [
      ['en:abroad', 0.6],
      ['en:roaming', 0.3],
    ],
  ],
  [
    /connection/i,
    [
      ['en:roaming', 0.4],
      ['en:abroad', 0.35],
    ],
  ],
];

/** A community whose answers have everything a channel must show, and a search that is as sure as a dialogue needs. */
export const knownAnswers: KnowledgeBase = {
  async search(question: string, { exclude = [] }: SearchOptions = {}): Promise<SearchResult> {
    const found: readonly Sure[] = FOUND.find(([words]) => words.test(question))?.[1] ?? [
      ['nl:kanaal', 0.02],
    ];
    const hits = found.filter(([id]) => !exclude.includes(id)).map(([id, sure]) => hitOf(itemOf(id), sure));
    return { hits, bands: { answer: 0.8, doubt: 0.5, askBack: 0.15 }, releaseId: 'r1' };
  },
  item: (id) => ITEMS.find((item) => item.id === id) ?? null,
  status: () => null,
  refresh: async () => {},
  close: async () => {},
};

/** @throws for an id that is not in this community */
export function itemOf(id: string): KnownItem {
  const item = ITEMS.find((one) => one.id === id);
  if (!item) throw new Error(`no item is called ${id}`);
  return item;
}

function hitOf(item: KnownItem, probability: number): Hit {
  const confidence = { probability, reason: probability > 0.5 ? 'clear' : 'weak-match' } as const;
  return { item, confidence, ...shownOf(item.answer, item.passage) };
}

function known(changes: Partial<KnownItem>): KnownItem {
  const item = exampleItem({
    source: 'community',
    url: `https://community.zwaluw.example/t/${changes.id?.split(':')[1]}/1?antwoord=(2)&x=_y_`,
    answeredAt: '2026-03-03T10:00:00Z',
    ...changes,
  });
  return { ...item, passage: changes.passage ?? item.answer };
}
