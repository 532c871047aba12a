import { readFileSync } from 'node:fs';
import { measureLanguage } from './understanding/measure-language.js';
import { measureExamples, measureReported } from './understanding/measure-wishes.js';

export type UnderstandingResult = ReturnType<typeof measureUnderstanding>;

/**
 * How well the bot understands what stands around a question: its language, and what the customer wants beside an answer.
 *
 * @param directory folder with a folder a set, each with queries.jsonl; without it the project's own questions alone count
 */
export function measureUnderstanding(directory: string) {
  return {
    language: measureLanguage(directory),
    examples: measureExamples(),
    firstReadings: JSON.parse(
      readFileSync('test/fixtures/understanding/first-readings.json', 'utf8'),
    ) as Record<string, Record<string, { readonly precision: number; readonly recall: number }>>,
    reported: measureReported(),
  };
}
