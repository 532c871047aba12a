/** A line that can be found by its words. */
export interface SearchLineRow {
  /** Rises with time. */
  id: number;
  conversationId: string;
  /** The message or the note. */
  sourceId: string;
  kind: 'customer' | 'bot' | 'agent' | 'note';
  at: string;
}

/** The words of a line, under its number. */
export interface SearchIndexRow {
  rowid: number;
  text: string;
  name: string;
}
