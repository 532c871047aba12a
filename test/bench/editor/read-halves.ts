import { existsSync, readdirSync } from 'node:fs';
import { readLines } from '../understanding/read-lines.js';

/** A labelled set in its halves: what is mended on, by one hand or several, and what is only reported. */
export interface Halves<Row> {
  readonly fit: readonly Row[];
  /** Null where that file is not there. */
  readonly report: readonly Row[] | null;
}

/**
 * Reads each `<name>-fit*.jsonl` and, where it is there, `<name>-report.jsonl` of the evaluation sets.
 * @param folder such as `data/evaluation`
 */
export function readHalves<Row>(folder: string, name: string): Halves<Row> {
  const report = `${folder}/${name}-report.jsonl`;
  return {
    fit: fitFiles(folder, name).flatMap((file) => readLines<Row>(`${folder}/${file}`)),
    report: existsSync(report) ? readLines<Row>(report) : null,
  };
}

function fitFiles(folder: string, name: string): string[] {
  const isFit = (file: string) => file.startsWith(`${name}-fit`) && file.endsWith('.jsonl');
  return readdirSync(folder).filter(isFit).sort();
}
