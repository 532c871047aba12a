import type { DeskTools } from '../contracts/desk-tools.js';
import { type ArchiveParts, createArchive } from './archive/archive.js';
import { type CannedParts, createCanned } from './canned/canned-answers.js';
import { type ContentParts, createContent } from './content/content.js';
import { createDrafts, type DraftParts } from './content/drafts.js';
import { createPairs } from './content/opposed-pairs.js';
import { createStale } from './content/stale-answers.js';
import { createKnowledge, type KnowledgeParts } from './knowledge/search-knowledge.js';
import { createLabels } from './labels/labels.js';
import { createViews } from './labels/saved-views.js';
import { createLead, type LeadParts } from './lead/lead.js';
import { createMoves, type MoveParts } from './moves/moves.js';
import { createNotes, type NoteParts } from './notes/notes.js';
import { createDeskPrivacy, type DeskPrivacyParts } from './privacy/desk-privacy.js';
import { createReleases, type ReleaseParts } from './releases/desk-releases.js';
import { createShadow } from './releases/desk-shadow.js';
import { createDeskReads, type ReadParts } from './typing/desk-reads.js';
import { createDeskTyping, type TypingParts } from './typing/desk-typing.js';

/** What agents work with beside the conversations at hand, on the conversation store. */
export function createDeskTools(
  parts: ArchiveParts &
    NoteParts &
    CannedParts &
    KnowledgeParts &
    ContentParts &
    DraftParts &
    ReleaseParts &
    MoveParts &
    LeadParts &
    DeskPrivacyParts &
    ReadParts &
    TypingParts,
): DeskTools {
  return {
    archive: createArchive(parts),
    notes: createNotes(parts),
    canned: createCanned(parts),
    knowledge: createKnowledge(parts),
    content: createContent(parts),
    stale: createStale(parts),
    pairs: createPairs(parts),
    drafts: createDrafts(parts),
    releases: createReleases(parts),
    shadow: createShadow(parts),
    privacy: createDeskPrivacy(parts),
    labels: createLabels(parts),
    moves: createMoves(parts),
    views: createViews(parts),
    lead: createLead(parts),
    typing: createDeskTyping(parts),
    reads: createDeskReads(parts),
  };
}
