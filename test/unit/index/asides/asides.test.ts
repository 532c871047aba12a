import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsides, writeAsides } from '../../../../index/asides/asides-file.js';
import { type LabelledAnswer, readLabelledAnswers } from '../../../../index/asides/labelled-answers.js';
import { mayBeAside } from '../../../../index/asides/may-be-aside.js';
import { openAsides } from '../../../../index/asides/open-asides.js';
import { trainAsides } from '../../../../index/asides/train-asides.js';
import type { Embedder } from '../../../../index/contracts/embedder.js';
import { openEmbedder } from '../../../../index/embedder/open-embedder.js';
import { isCoded } from '../../../../index/platform/errors.js';
import { fakeVector } from '../../../support/embedding.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const EMBEDDER = { id: 'made', dimensions: 64, meanVector: null };
const PETS = ['cat', 'dog', 'hen', 'cow', 'pig', 'owl', 'fox', 'bee', 'ant', 'elk'];

/** Answers that open with what somebody's pet did, and tell a step behind it. */
function made(): LabelledAnswer[] {
  return PETS.flatMap((pet) =>
    ['garden', 'kitchen', 'cellar', 'office'].map((place) => ({
      language: 'en',
      sentences: [
        { text: `My lovely ${pet} adores this!`, isAside: true },
        { text: `The ${pet} flap stands in the ${place}.`, isAside: false },
        { text: 'Whatever else there is to tell.', isAside: null },
      ],
    })),
  );
}
const vectorsOf = (answers: readonly LabelledAnswer[]) =>
  answers.flatMap(({ sentences }) =>
    sentences.flatMap(({ text, isAside }) => (isAside === null ? [] : [fakeVector(text)])),
  );

describe('a trained line', () => {
  const answers = made();
  const { model, heldOut } = trainAsides(answers, vectorsOf(answers), EMBEDDER);

  it('comes out the same twice, and is read as it was written', () => {
    const text = writeAsides(model);
    expect(writeAsides(trainAsides(answers, vectorsOf(answers), EMBEDDER).model)).toBe(text);
    const path = join(temporaryFolder(), 'asides.json');
    writeFileSync(path, text);
    expect(writeAsides(readAsides(path))).toBe(text);
  });

  it('finds asides of answers that were held out, and takes nothing else', () => {
    expect(heldOut).toEqual({ asides: 40, found: 40, others: 40, wrong: 0 });
  });

  it('hears nothing in the vectors of another embedder', () => {
    const path = join(temporaryFolder(), 'asides.json');
    writeFileSync(path, writeAsides(model));
    expect(openAsides({ id: 'another', meanVector: null }, path)).toBeNull();
    const ear = openAsides(EMBEDDER, path);
    const text = 'My lovely yak adores this!';
    expect(ear?.isAside({ text, at: 0, of: 2 }, fakeVector(text))).toBe(true);
  });

  it('names the file that cannot be read, and the line that cannot be learned from', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'asides.jsonl');
    writeFileSync(path, '{"language":"nl","question":"Hoe?","answer":["zonder label"]}\n');
    expect(codeOf(() => readAsides(path))).toBe('CLASSIFIERS_UNREADABLE');
    expect(codeOf(() => readLabelledAnswers(folder))).toBe('TRAINING_INVALID');
  });
});

describe('the line that comes with the program', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    const workerFile = new URL('../../../../dist/index/embedder/embedding-worker.js', import.meta.url);
    const model = 'e5-small-community-nl-en';
    embedder = await openEmbedder({ model, modelsDirectory: 'data/models', allowRemote: false, workerFile });
  }, 60_000);
  afterAll(() => embedder.close());

  const heard = async (sentences: readonly string[], at: number) => {
    const ear = openAsides(embedder);
    const found: string[] = [];
    for (const text of sentences) {
      const sentence = { text, at, of: 4 };
      if (mayBeAside(sentence) && ear?.isAside(sentence, await embedder.embedPassage(text))) found.push(text);
    }
    return found;
  };

  it('hears asides in both languages', async () => {
    const asides = [
      'Wat gezellig zeg, zo met de hele familie!',
      'Mijn buurvrouw lag dubbel van het lachen.',
      'Ik zit er zelf ook elke avond van te vloeken.',
      'Oh bless you, what a week you have had!',
      'My neighbour nearly fell off her chair laughing.',
    ];
    expect((await heard(asides, 0)).length).toBeGreaterThanOrEqual(4);
  });

  it('leaves what only sounds like one', async () => {
    const stays = [
      'Succes is niet gegarandeerd als de muur vochtig is.',
      'Onder Groeten vind je de teksten van je voicemail.',
      'De groene lamp gaat dan uit.',
      'Je dochter heeft een eigen pas nodig.',
      'Met de oude sleutel gaat de deur ook open.',
      'Thank you pages load slowly on that browser.',
      'The lock then springs open.',
      'Your daughter needs a card of her own.',
      'The greeting is played to every caller.',
      'The old key opens that door as well.',
    ];
    for (const at of [0, 1, 3]) expect(await heard(stays, at)).toEqual([]);
  });
});

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return ['CLASSIFIERS_UNREADABLE', 'TRAINING_INVALID'].find((code) => isCoded(error, code)) ?? 'another';
  }
  return 'none';
}
