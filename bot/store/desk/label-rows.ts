/** A word that agents put on conversations. */
export interface LabelRow {
  id: string;
  name: string;
  /** The name in lower case: what is the same to people is there once. */
  nameKey: string;
  createdAt: string;
}

export interface ConversationLabelRow {
  conversationId: string;
  labelId: string;
}

/** What an agent chose to list, under a name of their own. */
export interface SavedViewRow {
  id: string;
  agentId: string;
  name: string;
  /** JSON of `DeskFilters`. */
  filters: string;
  createdAt: string;
}
