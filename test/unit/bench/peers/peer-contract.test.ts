import { describe, expect, it } from 'vitest';
import { createFts5Peer } from '../../../bench/peers/fts5-peer.js';
import { createNaturalPeer } from '../../../bench/peers/natural-peer.js';
import { HITS, type Peer, type PeerItem } from '../../../bench/peers/peer.js';

/** The peers that need no install; the others pass through the same interface in the benchmark itself. */
const PEERS: Readonly<Record<string, () => Peer>> = {
  'fts5 porter': () => createFts5Peer({ tokenizer: 'porter', weights: [3, 1] }),
  'fts5 trigram': () => createFts5Peer({ tokenizer: 'trigram', weights: [1, 0] }),
  'natural bayes': () => createNaturalPeer({ classifier: 'bayes', language: 'en' }),
  'natural logistic': () => createNaturalPeer({ classifier: 'logistic', language: 'en' }),
};

const QUESTIONS = [
  'How do I cancel my subscription?',
  'Where can I find my invoice?',
  'My router keeps losing its connection',
  'Can I use my phone abroad?',
  'How do I change my password?',
  'What does the red light on the modem mean?',
  'Do you deliver on Saturday?',
  'How long is the warranty of a charger?',
  'Can I keep my number when I move house?',
  'Why is the video picture frozen?',
  'Which television channels are included?',
  'How do I end the contract early?',
];

const ITEMS: readonly PeerItem[] = QUESTIONS.map((question, at) => ({
  question,
  answer: `Answer about ${question.toLowerCase()}`,
  answerNumber: at,
}));

describe.each(Object.entries(PEERS))('%s', (_, create) => {
  it('finds each item by its own question', async () => {
    const peer = await built(create, ITEMS);
    const first = await Promise.all(QUESTIONS.map(async (question) => (await peer.search(question))[0]));
    expect(first.map((hit) => hit?.itemIndex)).toEqual(ITEMS.map((_item, at) => at));
  });

  it('finds an item by other words around the same ones', async () => {
    const peer = await built(create, ITEMS);
    const [first] = await peer.search('please tell me about passwords, I want to change mine');
    expect(first?.itemIndex).toBe(4);
  });

  it('gives at most ten hits, best first, each an item', async () => {
    const peer = await built(create, ITEMS);
    const hits = await peer.search('How do I find out what my phone, modem, router, number can do for me?');
    expect(hits.length).toBeGreaterThan(1);
    expect(hits.length).toBeLessThanOrEqual(HITS);
    expect(hits.map(({ score }) => score)).toEqual(
      hits.map(({ score }) => score).sort((left, right) => right - left),
    );
    expect(hits.every(({ itemIndex, score }) => ITEMS[itemIndex] !== undefined && score > 0)).toBe(true);
  });

  it.each(['', '?!', '"router" AND NOT (modem*', "x' OR 1=1 --", 'a\0b', '🙂 🙃', 'NEAR question:'])(
    'reads %j as words, not as a command',
    async (question) => {
      const peer = await built(create, ITEMS);
      expect(Array.isArray(await peer.search(question))).toBe(true);
    },
  );

  it('knows two wordings of one answer', async () => {
    const twice = ITEMS.map((item, at) => (at === 11 ? { ...item, answerNumber: 0 } : item));
    const peer = await built(create, twice);
    for (const at of [0, 11]) {
      const [first] = await peer.search(QUESTIONS[at] ?? '');
      expect(twice[first?.itemIndex ?? -1]?.answerNumber).toBe(0);
    }
  });
});

it('finds words of the answer where the answer has a weight', async () => {
  const items = [
    { question: 'First', answer: 'turn the valve', answerNumber: 0 },
    { question: 'Second', answer: 'press the button', answerNumber: 1 },
  ];
  const withAnswer = await built(() => createFts5Peer({ tokenizer: 'porter', weights: [3, 1] }), items);
  const without = await built(() => createFts5Peer({ tokenizer: 'porter', weights: [1, 0] }), items);
  expect(await withAnswer.search('valves')).toMatchObject([{ itemIndex: 0 }]);
  expect(await without.search('valves')).toEqual([]);
});

async function built(create: () => Peer, items: readonly PeerItem[]): Promise<Peer> {
  const peer = create();
  await peer.build(items);
  return peer;
}
