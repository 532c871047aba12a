import { readFileSync } from 'node:fs';
import { type Random, randomFrom } from '../../../index/platform/random.js';

const SAMPLES = ['data/samples/threads-nl.jsonl', 'data/samples/threads-en.jsonl'];
/** Answers have so many sentences at most, as those of the sample community have on average. */
const SENTENCES = 4;
/** Of the threads that change in a night: answers edited, threads taken away; the others are new. */
const EDITED = 0.5;
const GONE = 0.25;

/** A community of any size, always the same for a seed, that changes night by night. */
export interface SeededCommunity {
  /** Its threads after some nights, as the rows of a file. */
  rows(nights: number): Generator<string>;
}

/**
 * Threads made of the words of the sample community: a title, an answer of one to four sentences.
 * @param share of the threads that change in a night, from 0 to 1
 */
export function seededCommunity(threads: number, share: number, seed: number): SeededCommunity {
  const words = sampleWords();
  const perNight = Math.max(1, Math.round(threads * share));
  return {
    *rows(nights) {
      const edits = new Map<number, number>();
      const gone = new Set<number>();
      let all = threads;
      for (let night = 1; night <= nights; night++) {
        const random = randomFrom(seed * 1_000 + night);
        for (let change = 0; change < perNight; change++) {
          const chance = random();
          const thread = Math.floor(random() * all);
          if (chance < EDITED) edits.set(thread, night);
          else if (chance < EDITED + GONE) gone.add(thread);
          else all += 1;
        }
      }
      for (let number = 0; number < all; number++) {
        if (!gone.has(number)) yield JSON.stringify(thread(number, edits.get(number) ?? 0, seed, words));
      }
    },
  };
}

function thread(number: number, edit: number, seed: number, words: readonly string[]) {
  const random = randomFrom(seed * 7_919 + number);
  const title = sentence(words, 5 + Math.floor(random() * 6), random, '?');
  const count = 1 + Math.floor(random() * SENTENCES);
  const sentences = Array.from({ length: count }, () =>
    sentence(words, 8 + Math.floor(random() * 10), random, '.'),
  );
  // An edit is another last sentence.
  if (edit > 0) sentences[count - 1] = sentence(words, 12, randomFrom(number * 31 + edit), '.');
  const id = `t${number}`;
  return {
    ...{ id, url: `https://community.example/t/${number}`, title, body: '', language: 'en', tags: [] },
    ...{ author: { name: 'asker', rank: null }, createdAt: '2025-01-01T00:00:00Z', votes: 1 },
    replies: [
      {
        ...{ id: `${id}-1`, author: { name: 'expert', rank: null }, createdAt: '2025-01-02T00:00:00Z' },
        ...{ votes: 3, accepted: true, body: `<p>${sentences.join(' ')}</p>` },
      },
    ],
  };
}

function sentence(words: readonly string[], length: number, random: Random, end: string): string {
  const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}${end}`;
}

function sampleWords(): string[] {
  const text = SAMPLES.map((file) => readFileSync(file, 'utf8')).join('\n');
  const words =
    text.replace(/<[^>]*>|https?:\S*/g, ' ').match(/(?<![\p{L}\d"@])\p{Ll}{3,12}(?![\p{L}\d"@])/gu) ?? [];
  return [...new Set(words)];
}
