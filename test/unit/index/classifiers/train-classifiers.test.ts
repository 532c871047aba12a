import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readClassifiers, writeClassifiers } from '../../../../index/classifiers/classifiers-file.js';
import {
  type LabelledMessage,
  readLabelledMessages,
} from '../../../../index/classifiers/labelled-messages.js';
import { measureTopics } from '../../../../index/classifiers/measure-topics.js';
import { type ClassifierModel, joinedVectors } from '../../../../index/classifiers/model.js';
import { openHearing } from '../../../../index/classifiers/open-hearing.js';
import { readTopics } from '../../../../index/classifiers/read-topics.js';
import { trainClassifiers } from '../../../../index/classifiers/train-classifiers.js';
import { isCoded } from '../../../../index/platform/errors.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const NAMES = ['Anna', 'Bram', 'Chris', 'Daan', 'Eva', 'Finn', 'Gijs', 'Hanna', 'Ivo', 'Jip', 'Kim', 'Loes'];

function made(): LabelledMessage[] {
  const of = (text: string, labels: LabelledMessage['labels']): LabelledMessage => ({
    ...{ text, lang: 'nl', split: 'fit', labels, group: null, isOrdinary: false, detail: null, file: 'made' },
  });
  const none = { person: ['no'], topic: ['none'], mood: ['neutral'], talk: ['none'], danger: ['none'] };
  return NAMES.flatMap((name) => [
    of(`mag ik een mens spreken, zegt ${name}`, { ...none, person: ['yes'] }),
    of(`er is brand bij ${name} in de keuken`, { ...none, danger: ['fire'] }),
    of(`hoe stel ik de wifi van ${name} in`, none),
    of(`waar vindt ${name} de pukcode`, none),
  ]);
}

/** Vectors that tell persons from the rest by their first number. */
function vectorsOf(messages: readonly LabelledMessage[]): Float32Array[] {
  return messages.map(({ labels }) => Float32Array.from(labels.person?.[0] === 'yes' ? [1, 0] : [0, 1]));
}

function train(): ClassifierModel {
  const messages = made();
  return trainClassifiers({
    ...{
      messages,
      vectors: vectorsOf(messages),
      embedder: 'made',
      dimensions: 2,
      ownTopics: {},
    },
  });
}

describe('classifiers', () => {
  let model: ClassifierModel;
  beforeAll(() => {
    model = train();
  }, 60_000);

  it('come out byte for byte the same twice, and are read as they were written', () => {
    const bytes = writeClassifiers(model);
    expect(writeClassifiers(train()).equals(bytes)).toBe(true);
    const path = join(temporaryFolder(), 'heard.bin');
    writeFileSync(path, bytes);
    const read = readClassifiers(path);
    expect(read.heads.danger).toContain('fire');
    expect(writeClassifiers(read).equals(bytes)).toBe(true);
  }, 60_000);

  it('do not look at the vector of another embedder, or of another length', () => {
    const path = join(temporaryFolder(), 'heard.bin');
    writeFileSync(path, writeClassifiers(model));
    const ours = openHearing({ path, embedder: model.embedder });
    const others = openHearing({ path, embedder: 'another' });
    const text = 'hoe stel ik de wifi van Otto in';
    const vector = Float32Array.of(1, 0);
    expect(others(text, { vector })).toEqual(ours(text, null));
    expect(ours(text, { vector: Float32Array.of(1, 0, 0) })).toEqual(ours(text, null));
    expect(ours(text, { vector, layers: Float32Array.of(1, 0) })).toEqual(ours(text, null));
  });

  it('hear by an inner layer of the model what neither words nor its last layer tell', () => {
    const vector = Float32Array.of(1, 0);
    const [asks, asksNot] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    const labels = { topic: ['none'], mood: ['neutral'], talk: ['none'], danger: ['none'] };
    const messages = NAMES.flatMap((name) =>
      ['aan', 'van', 'voor', 'bij'].map(
        (word, at): LabelledMessage => ({
          ...{ text: `bericht ${word} ${name}`, lang: 'nl', split: 'fit', group: null, isOrdinary: false },
          ...{ detail: null, file: 'made', labels: { ...labels, person: [at % 2 === 0 ? 'yes' : 'no'] } },
        }),
      ),
    );
    const layersOf = ({ labels: { person } }: LabelledMessage) => (person?.[0] === 'yes' ? asks : asksNot);
    const vectors = messages.map((message) => joinedVectors({ vector, layers: layersOf(message) }));
    const trained = trainClassifiers({ messages, vectors, dimensions: 2, embedder: 'made', ownTopics: {} });
    const path = join(temporaryFolder(), 'heard.bin');
    writeFileSync(path, writeClassifiers(trained));
    const hear = openHearing({ path });
    const heard = (layers: Float32Array) => hear('bericht', { vector, layers }).asksForPerson;
    expect([heard(asks), heard(asksNot)]).toEqual([true, false]);
  }, 60_000);

  it('name the file that cannot be read', () => {
    const path = join(temporaryFolder(), 'none.bin');
    writeFileSync(path, '{}\n');
    expect(codeOf(() => openHearing({ path }))).toBe('CLASSIFIERS_UNREADABLE');
  });
});

describe('labelled messages', () => {
  it('name the file and line of a label that is not known', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.jsonl'), '{"text":"x","lang":"nl","mood":"hungry"}\n');
    expect(codeOf(() => readLabelledMessages(folder))).toBe('TRAINING_INVALID');
  });
});

describe("a company's own topics", () => {
  const write = (rows: readonly object[]) => {
    const path = join(temporaryFolder(), 'topics.jsonl');
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    return path;
  };

  it('must say what they are handled as', () => {
    const path = write([{ text: 'trein gemist', lang: 'nl', topic: 'missed-train' }]);
    expect(codeOf(() => readTopics(path))).toBe('TRAINING_INVALID');
  });

  it('are heard better with their examples than without, as measured on held-out ones', () => {
    const rows = NAMES.map((name) => ({
      ...{
        text: `aansluiting gemist op reis met ${name}, geld terug`,
        lang: 'nl',
        topic: 'missed-train',
        as: 'billing',
      },
    }));
    const [effect] = measureTopics(made(), readTopics(write(rows)));
    expect(effect).toMatchObject({ topic: 'missed-train', examples: NAMES.length });
    expect(effect?.after).toBeGreaterThan(effect?.before ?? 1);
  }, 60_000);
});

function codeOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return isCoded(error) ? error.code : String(error);
  }
}
