import type { DeskDrafts } from './content/answer-drafts.js';
import type { DeskContent } from './content/desk-content.js';
import type { DeskPairs } from './content/desk-pairs.js';
import type { DeskReleases } from './content/desk-releases.js';
import type { DeskShadow } from './content/desk-shadow.js';
import type { DeskStale } from './content/desk-stale.js';
import type { DeskAgent } from './desk.js';
import type { Privacy } from './privacy.js';
import type { DeskArchive } from './tools/desk-archive.js';
import type { DeskCanned } from './tools/desk-canned.js';
import type { DeskKnowledge } from './tools/desk-knowledge.js';
import type { DeskLabels } from './tools/desk-labels.js';
import type { DeskLead } from './tools/desk-lead.js';
import type { DeskMoves } from './tools/desk-moves.js';
import type { DeskNotes } from './tools/desk-notes.js';
import type { DeskReads } from './tools/desk-reads.js';
import type { DeskViews } from './tools/desk-views.js';

/** What agents work with beside the conversations at hand. */
export interface DeskTools {
  readonly archive: DeskArchive;
  readonly notes: DeskNotes;
  readonly canned: DeskCanned;
  readonly knowledge: DeskKnowledge;
  readonly content: DeskContent;
  readonly stale: DeskStale;
  readonly pairs: DeskPairs;
  readonly drafts: DeskDrafts;
  readonly releases: DeskReleases;
  readonly shadow: DeskShadow;
  readonly privacy: Privacy;
  readonly labels: DeskLabels;
  readonly moves: DeskMoves;
  readonly views: DeskViews;
  readonly lead: DeskLead;
  readonly typing: DeskTyping;
  readonly reads: DeskReads;
}

/** Signs that somebody types. Nothing of them is stored; each is over by itself some seconds later. */
export interface DeskTyping {
  /**
   * Shows the customer that the agent who has the conversation types, where its channel can. Signs of others, signs that
   * follow each other too soon, and signs while nothing can be sent come to nothing. Never throws for the channel's failure.
   */
  agentTypes(conversationId: string, agent: DeskAgent): Promise<void>;
  /**
   * Calls `listener` with the id of a conversation whose customer types while they wait for a person or have one, every
   * second at most; returns how to stop listening.
   */
  onCustomerTyping(listener: (conversationId: string) => void): () => void;
}
