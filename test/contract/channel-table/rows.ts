import { messageCells } from './message-cells.js';
import { sendingCells } from './sending-cells.js';
import type { TableChannel } from './table-channels.js';

/** A row: what it is about, and what a channel does, told from what its renderer, reader and transport really do. */
export type Row = readonly [title: string, cell: (channel: TableChannel) => string | Promise<string>];

export const ROWS: readonly Row[] = [
  ['Markdown', messageCells.markdown],
  ['longest message', messageCells.longestMessage],
  ['20 choices', messageCells.choices],
  ['longest title on a button', messageCells.longestTitle],
  ['once a choice was taken', messageCells.afterTap],
  ['source', messageCells.source],
  ['whole answer, where a part is quoted', messageCells.wholeAnswer],
  ['the same without a link', messageCells.wholeWithoutLink],
  ['"Did this help?"', messageCells.feedback],
  ["agent's name", sendingCells.agentName],
  ['typing', sendingCells.typing],
  ['new place in the queue', sendingCells.queuePlace],
  ['files from customers', sendingCells.files],
  ['end, begin anew, what was said as a file', sendingCells.typedCommands],
  ['what the desk learns of a message', sendingCells.receipts],
  ['what customers learn once an agent has read', sendingCells.agentRead],
  ['time limit after the customer wrote', sendingCells.timeLimit],
  ['a message whose sending was cut off', sendingCells.cutOff],
  ['hand-off events', sendingCells.events],
];
