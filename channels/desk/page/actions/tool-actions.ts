import type { ContentChange } from '../../../../bot/contracts/content/desk-content.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { PersonKey } from '../../../../bot/contracts/privacy.js';
import type { ConversationSearch } from '../../../../bot/contracts/tools/desk-archive.js';
import type { CannedText } from '../../../../bot/contracts/tools/desk-canned.js';
import type { DeskFilters } from '../../../../bot/contracts/tools/desk-views.js';
import type { ApiClient } from '../api-client.js';
import { atHome } from './at-home.js';
import type { Session } from './session.js';

/** What agents look up; each answer goes to the view that asked. */
export function toolActions(api: ApiClient, session: Session) {
  return {
    history: (conversationId: string) => atHome(session, api.history(conversationId)),
    withBot: () => atHome(session, api.withBot()),
    search: (search: ConversationSearch) => atHome(session, api.search(search)),
    colleagues: () => atHome(session, api.colleagues()),
    knowledge: (words: string, language: SpokenLanguage) => atHome(session, api.knowledge(words, language)),
    content: () => atHome(session, api.content()),
    searchContent: (words: string, language: SpokenLanguage) =>
      atHome(session, api.searchContent(words, language)),
    contentItem: (itemId: string) => atHome(session, api.contentItem(itemId)),
    keepContent: (itemId: string, edit: ContentChange, seen: string | null) =>
      atHome(session, api.keepContent(itemId, edit, seen)),
    undoContent: (itemId: string, seen: string) => atHome(session, api.undoContent(itemId, seen)),
    canned: () => atHome(session, api.canned()),
    addCanned: (text: CannedText, isShared: boolean) => atHome(session, api.addCanned(text, isShared)),
    changeCanned: (id: string, text: CannedText) => atHome(session, api.changeCanned(id, text)),
    removeCanned: (id: string) => atHome(session, api.removeCanned(id)),
    labels: () => atHome(session, api.labels()),
    addLabel: (name: string) => atHome(session, api.addLabel(name)),
    renameLabel: (id: string, name: string) => atHome(session, api.renameLabel(id, name)),
    removeLabel: (id: string) => atHome(session, api.removeLabel(id)),
    views: () => atHome(session, api.views()),
    keepView: (name: string, filters: DeskFilters) => atHome(session, api.keepView(name, filters)),
    removeView: (id: string) => atHome(session, api.removeView(id)),
    findPerson: (key: PersonKey) => atHome(session, api.findPerson(key)),
    exportPerson: (key: PersonKey) => atHome(session, api.exportPerson(key)),
    erasePerson: (key: PersonKey) => atHome(session, api.erasePerson(key)),
  };
}
