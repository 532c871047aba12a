import { basename } from 'node:path';
import { z } from 'zod';
import { isWanted } from '../../../index/classifiers/choose-reading.js';
import {
  type LabelledMessage,
  readLabelledFile,
  readLabelledMessages,
} from '../../../index/classifiers/labelled-messages.js';
import { indexErrors } from '../../../index/errors.js';
import { readLines } from '../understanding/read-lines.js';

/** A labelled message as it is measured. */
export interface MeasuredMessage {
  readonly message: LabelledMessage;
  /** What the company does to which it was written; `general` where the words leave that open, null where nobody said. */
  readonly sector: string | null;
  /** Whether nothing is to be heard in it: false alarms are counted here. */
  readonly isOrdinary: boolean;
  /** Whether all its labels are known, small talk and mood among them. */
  readonly isFullyLabelled: boolean;
}

/** The file of the training folder that has all labels, and a sector for each message of its report half. */
const FULLY_LABELLED = 'messages.jsonl';

const sectorSchema = z.object({ row: z.number().int().positive(), sector: z.string().min(1) });
const ownSectorSchema = z.object({ sector: z.string().min(1).optional() });

/**
 * The report halves of a training folder, and the ordinary questions that thresholds were chosen on.
 * @param sectors a file with a sector for each row (from 1) of the report half of `messages.jsonl`
 * @throws TRAINING_INVALID with file, line and complaint
 */
export function readReportHalves(folder: string, sectors: string): MeasuredMessage[] {
  const messages = readLabelledMessages(folder);
  const sectorOf = readSectors(
    sectors,
    messages.filter(({ file }) => file === FULLY_LABELLED),
  );
  return messages
    .filter(({ split, isOrdinary }) => split === 'report' || (isOrdinary && split === 'choose'))
    .map((message) => ({
      message,
      sector: sectorOf.get(message) ?? null,
      isOrdinary: message.isOrdinary,
      isFullyLabelled: message.file === FULLY_LABELLED,
    }));
}

/**
 * The report rows of a file that has all labels, such as `data/evaluation/heard-fresh.jsonl`.
 * @throws TRAINING_INVALID with file, line and complaint, or when no row is to report on
 */
export function readMessageFile(path: string): MeasuredMessage[] {
  const file = basename(path);
  const own = readLines<unknown>(path).map((row, at) => parseRow(ownSectorSchema, row, file, at + 1));
  const messages = readLabelledFile(path).map((message, at) => ({
    message,
    sector: own[at]?.sector ?? null,
    isOrdinary: isOrdinary(message),
    isFullyLabelled: true,
  }));
  const measured = messages.filter(({ message }) => message.split === 'report');
  if (measured.length === 0) {
    throw indexErrors.TRAINING_INVALID({ file, line: 1, reason: 'no row has the split "report"' });
  }
  return measured;
}

/** Nothing is wanted in it by any label, and none is unknown. */
function isOrdinary(message: LabelledMessage): boolean {
  return (['person', 'matter', 'annoyed', 'talk', 'danger'] as const).every(
    (use) => isWanted(use, message) === false,
  );
}

function readSectors(path: string, messages: readonly LabelledMessage[]): Map<LabelledMessage, string> {
  const file = basename(path);
  const sectorOf = new Map<LabelledMessage, string>();
  readLines<unknown>(path).forEach((line, at) => {
    const { row, sector } = parseRow(sectorSchema, line, file, at + 1);
    const message = messages[row - 1];
    if (message?.split !== 'report' || sectorOf.has(message)) {
      const complaint = message?.split === 'report' ? 'has a sector already' : 'is not in the report half';
      throw indexErrors.TRAINING_INVALID({
        file,
        line: at + 1,
        reason: `row ${row} of ${FULLY_LABELLED} ${complaint}`,
      });
    }
    sectorOf.set(message, sector);
  });
  return sectorOf;
}

function parseRow<Row>(schema: z.ZodType<Row>, row: unknown, file: string, line: number): Row {
  const read = schema.safeParse(row);
  if (read.success) return read.data;
  const reason = read.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('; ');
  throw indexErrors.TRAINING_INVALID({ file, line, reason });
}
