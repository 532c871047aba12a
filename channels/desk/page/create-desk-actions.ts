import { createActOnConversation } from './actions/act-on-conversation.js';
import { assignmentActions } from './actions/assignment-actions.js';
import { conversationActions } from './actions/conversation-actions.js';
import { createDraftKeeper } from './actions/draft-keeper.js';
import { fileActions } from './actions/file-actions.js';
import { signOnActions } from './actions/gate/sign-on-actions.js';
import { gateActions } from './actions/gate-actions.js';
import { linkActions } from './actions/link-actions.js';
import { moveActions } from './actions/move-actions.js';
import { noteActions } from './actions/note-actions.js';
import { createOpenConversation } from './actions/open-conversation.js';
import { pageActions } from './actions/page-actions.js';
import { createRefuse } from './actions/refuse.js';
import { securityActions } from './actions/security-actions.js';
import { createSession } from './actions/session.js';
import { createSigns } from './actions/sign-actions.js';
import type { DeskStore, Surroundings } from './actions/surroundings.js';
import { teamActions } from './actions/team-actions.js';
import { toolActions } from './actions/tool-actions.js';
import { draftActions } from './content/draft-actions.js';
import { pairActions } from './content/pair-actions.js';
import { releaseActions } from './content/release-actions.js';
import { shadowActions } from './content/shadow-actions.js';
import { staleActions } from './content/stale-actions.js';
import { leadActions } from './lead/lead-actions.js';

/** Everything an agent can do, with what follows from it. Each resolves when its result is in the store. */
export type DeskActions = ReturnType<typeof createDeskActions>;

export function createDeskActions(store: DeskStore, around: Surroundings) {
  const refuse = createRefuse(store, () => session.end(true));
  const open = createOpenConversation(store, around.api, refuse, () => void signs.tellSeen());
  const onConversation = createActOnConversation(store, open, refuse);
  const signs = createSigns(store, around, open);
  const session = createSession(store, around, open, refuse, signs);
  const drafts = createDraftKeeper(store, around, refuse);
  const files = fileActions(store, (id, file) => around.api.sendFile(id, file));
  const gate = gateActions(store, around, session, drafts, refuse);
  return {
    ...gate,
    ...files,
    ...conversationActions(store, around, open, onConversation, { drafts, files, signs }),
    ...pageActions(store, around, open, { drafts, signs }, gate.start),
    ...noteActions(store, around, open, refuse, signs),
    ...moveActions(around, onConversation),
    ...teamActions(around.api, session),
    ...assignmentActions(store, around, refuse),
    ...toolActions(around.api, session),
    ...draftActions(around.api.drafts, session),
    ...staleActions(around.api.stale, session),
    ...pairActions(around.api.pairs, session),
    ...shadowActions(around.api.shadow, session),
    ...releaseActions(around.api.releases, session),
    ...linkActions(around.api, session),
    ...leadActions(around.api.lead, session, onConversation),
    ...securityActions(store, around.api.security, session),
    ...signOnActions(around.api.security, around.address, session),
  };
}
