import type { ConversationSearch } from '../../../bot/contracts/desk-archive.js';
import type { ConversationReply } from '../contracts.js';
import type {
  ColleaguesReply,
  HistoryReply,
  MentionsReply,
  SearchReply,
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
  };
}
