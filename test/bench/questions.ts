import { readFileSync } from 'node:fs';

/** Gives another question each time. */
export type Questions = () => string;

/** Every question in a spelling of its own, because the server keeps the vectors of questions it has seen. */
export function createQuestions(): Questions {
  const texts = readQuestions();
  let given = 0;
  return () => {
    const round = Math.floor(given / texts.length);
    const text = texts[given % texts.length] ?? '';
    given += 1;
    return withCapital(text, round);
  };
}

/** Writes the letters whose places are the bits of `number` in the other case: nobody's meaning changes by it. */
function withCapital(text: string, number: number): string {
  let place = 0;
  return text.replace(/\p{L}/gu, (letter) => {
    const isOther = ((number >> place++) & 1) === 1 && place <= 31;
    const capital = letter.toUpperCase();
    return isOther ? (letter === capital ? letter.toLowerCase() : capital) : letter;
  });
}

/** Questions that go to the community: a hand-over would end the bot's turns. */
function readQuestions(): string[] {
  return ['questions-nl.jsonl', 'questions-en.jsonl'].flatMap((name) =>
    readFileSync(`data/evaluation/${name}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; relevant: string[] })
      .filter((row) => row.relevant.length > 0)
      .map((row) => row.text),
  );
}
