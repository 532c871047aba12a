import type { ContentChange } from '../../../bot/contracts/content/desk-content.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import type { ErasedPerson, FoundPerson, PersonExport, PersonKey } from '../../../bot/contracts/privacy.js';
import type { ConversationSearch } from '../../../bot/contracts/tools/desk-archive.js';
import type { CannedText } from '../../../bot/contracts/tools/desk-canned.js';
import type { SnoozeTime, TransferTarget } from '../../../bot/contracts/tools/desk-moves.js';
import type { DeskFilters } from '../../../bot/contracts/tools/desk-views.js';
import type { ConversationReply } from '../contracts.js';
import type {
  CannedReply,
  ColleaguesReply,
  ContentItemReply,
  ContentReply,
  HistoryReply,
  KnowledgeReply,
  LabelsReply,
  MentionsReply,
  SearchReply,
  ViewsReply,
  WithBotReply,
} from '../tools/contracts.js';
import type { ApiResult, AskServer } from './ask-server.js';

/** What agents work with beside the conversations at hand, as the page asks for it. */
export interface ToolApi {
  history(id: string): Promise<ApiResult<HistoryReply>>;
  withBot(): Promise<ApiResult<WithBotReply>>;
  addNote(id: string, text: string, key: string): Promise<ApiResult<ConversationReply>>;
  mentions(): Promise<ApiResult<MentionsReply>>;
  sawMentions(id: string): Promise<ApiResult<MentionsReply>>;
  search(search: ConversationSearch): Promise<ApiResult<SearchReply>>;
  colleagues(): Promise<ApiResult<ColleaguesReply>>;
  knowledge(words: string, language: SpokenLanguage): Promise<ApiResult<KnowledgeReply>>;
  content(): Promise<ApiResult<ContentReply>>;
  searchContent(words: string, language: SpokenLanguage): Promise<ApiResult<ContentReply>>;
  contentItem(itemId: string): Promise<ApiResult<ContentItemReply>>;
  keepContent(itemId: string, edit: ContentChange, seen: string | null): Promise<ApiResult<ContentItemReply>>;
  undoContent(itemId: string, seen: string): Promise<ApiResult<ContentItemReply>>;
  canned(): Promise<ApiResult<CannedReply>>;
  addCanned(text: CannedText, isShared: boolean): Promise<ApiResult<CannedReply>>;
  changeCanned(id: string, text: CannedText): Promise<ApiResult<CannedReply>>;
  removeCanned(id: string): Promise<ApiResult<CannedReply>>;
  findPerson(key: PersonKey): Promise<ApiResult<FoundPerson>>;
  exportPerson(key: PersonKey): Promise<ApiResult<PersonExport>>;
  erasePerson(key: PersonKey): Promise<ApiResult<ErasedPerson>>;
  transfer(id: string, to: TransferTarget, comment: string): Promise<ApiResult<ConversationReply>>;
  snooze(id: string, until: SnoozeTime): Promise<ApiResult<ConversationReply>>;
  wake(id: string): Promise<ApiResult<ConversationReply>>;
  putLabel(id: string, labelId: string, isOn: boolean): Promise<ApiResult<ConversationReply>>;
  labels(): Promise<ApiResult<LabelsReply>>;
  addLabel(name: string): Promise<ApiResult<LabelsReply>>;
  renameLabel(id: string, name: string): Promise<ApiResult<LabelsReply>>;
  removeLabel(id: string): Promise<ApiResult<LabelsReply>>;
  views(): Promise<ApiResult<ViewsReply>>;
  keepView(name: string, filters: DeskFilters): Promise<ApiResult<ViewsReply>>;
  removeView(id: string): Promise<ApiResult<ViewsReply>>;
}

export function toolApi(ask: AskServer): ToolApi {
  const of = (id: string, what: string) => `/conversation/${encodeURIComponent(id)}/${what}`;
  return {
    history: (id) => ask(of(id, 'history')),
    withBot: () => ask('/with-bot'),
    addNote: (id, text, key) => ask(of(id, 'note'), { text, key }),
    mentions: () => ask('/mentions'),
    sawMentions: (id) => ask(of(id, 'mentions/seen'), {}),
    search: (search) => ask('/search', search),
    colleagues: () => ask('/colleagues'),
    knowledge: (words, language) => ask('/knowledge', { words, language }),
    content: () => ask('/content'),
    searchContent: (words, language) => ask('/content/search', { words, language }),
    contentItem: (itemId) => ask('/content/item', { itemId }),
    keepContent: (itemId, edit, seen) => ask('/content/keep', { itemId, seen, ...edit }),
    undoContent: (itemId, seen) => ask('/content/undo', { itemId, seen }),
    canned: () => ask('/canned'),
    addCanned: ({ language, shortcut, title, text, ending }, isShared) =>
      ask('/canned', { language, shortcut, title, text, ending, isShared }),
    changeCanned: (id, text) => ask(`/canned/${encodeURIComponent(id)}`, text),
    removeCanned: (id) => ask(`/canned/${encodeURIComponent(id)}/remove`, {}),
    findPerson: (key) => ask('/privacy/find', key),
    exportPerson: (key) => ask('/privacy/export', key),
    erasePerson: (key) => ask('/privacy/erase', key),
    transfer: (id, to, comment) => ask(of(id, 'transfer'), { to, comment }),
    snooze: (id, until) => ask(of(id, 'snooze'), { until }),
    wake: (id) => ask(of(id, 'wake'), {}),
    putLabel: (id, labelId, isOn) => ask(of(id, 'label'), { labelId, isOn }),
    labels: () => ask('/labels'),
    addLabel: (name) => ask('/labels', { name }),
    renameLabel: (id, name) => ask(`/labels/${encodeURIComponent(id)}`, { name }),
    removeLabel: (id) => ask(`/labels/${encodeURIComponent(id)}/remove`, {}),
    views: () => ask('/views'),
    keepView: (name, filters) => ask('/views', { name, filters }),
    removeView: (id) => ask(`/views/${encodeURIComponent(id)}/remove`, {}),
  };
}
