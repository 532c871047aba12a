import type { AnswerSource, AnswerTree } from '../contracts/messages.js';
import type { IncomingDetails } from '../reception/incoming-message.js';
import { plainTree } from '../said.js';
import { parseMessage } from '../store/messages/stored-words.js';
import { newestMessages } from '../store/messages/transcript.js';
import type { Store } from '../store/store.js';
import type { MessageRow } from '../store/tables.js';

/** The newest messages that a transcript holds. */
const MOST_TRANSCRIPT_MESSAGES = 2_000;

/** One line of a transcript, for whoever was in the conversation. */
export interface TranscriptLine {
  readonly from: MessageRow['speakerKind'];
  /** '' where it is not known. */
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The bot's own words before a quotation; '' for none. */
  readonly intro: string;
  readonly tree: AnswerTree;
  readonly isQuote: boolean;
  readonly source: AnswerSource | null;
  readonly fileNames: readonly string[];
  readonly isTakenBack: boolean;
}

/**
 * What was said, as both sides know it: nothing that did not arrive, nothing that only changes what is shown, and no notes,
 * which are in no message.
 */
export function transcriptLines(rows: readonly MessageRow[]): TranscriptLine[] {
  return rows
    .filter((row) => row.status !== 'failed')
    .map((row) => (row.direction === 'in' ? customerLine(row) : ourLine(row)))
    .filter((line) => line !== null)
    .filter(({ tree, fileNames, isTakenBack }) => tree.length > 0 || fileNames.length > 0 || isTakenBack);
}

function customerLine(row: MessageRow): TranscriptLine {
  const details = JSON.parse(row.message) as IncomingDetails;
  const isTakenBack = details.takenBackAt !== undefined;
  return {
    ...NOTHING,
    from: row.speakerKind,
    name: row.speakerName,
    at: row.saidAt ?? row.createdAt,
    tree: isTakenBack ? [] : plainTree(row.text),
    fileNames: isTakenBack ? [] : details.files.map(({ name, contentType }) => name || contentType),
    isTakenBack,
  };
}

function ourLine(row: MessageRow): TranscriptLine | null {
  const message = parseMessage(row.message);
  // It shows what was said before once more, with the choice that was tapped.
  if (row.replacesId !== null && message.chosen !== undefined) return null;
  return {
    ...NOTHING,
    from: row.speakerKind,
    name: row.speakerName,
    at: row.createdAt,
    intro: message.intro ?? '',
    tree: row.speakerKind === 'agent' ? plainTree(row.text) : message.tree,
    isQuote: message.isQuote,
    source: message.source,
    fileNames: (message.files ?? []).map(({ name }) => name),
  };
}

const NOTHING = { intro: '', isQuote: false, source: null, fileNames: [], isTakenBack: false } as const;

/** What was said in a conversation; `isCut` where it was more than a transcript holds. */
export async function readTranscript(
  store: Store,
  conversationId: string,
): Promise<{ readonly lines: TranscriptLine[]; readonly isCut: boolean }> {
  const rows = await newestMessages(store, conversationId, MOST_TRANSCRIPT_MESSAGES + 1);
  const isCut = rows.length > MOST_TRANSCRIPT_MESSAGES;
  return { lines: transcriptLines(isCut ? rows.slice(1) : rows), isCut };
}
