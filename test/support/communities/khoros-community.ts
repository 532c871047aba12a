import type { CommunityReply, CommunityRequest } from './local-community.js';

interface Message {
  readonly id: string;
  topic: string;
  depth: number;
  subject: string;
  body: string;
  login: string;
  kudos: number;
  isSolution: boolean;
  board: string;
  postTime: string;
  editTime: string;
  isHidden: boolean;
}

/**
 * A Khoros community that answers the questions in LiQL which a reader of solved topics puts: by topic, by id, and lists with
 * a cursor. A field that it does not know makes it refuse the whole question, with status 200.
 */
export class KhorosCommunity {
  readonly messages: Message[] = [];
  isOpen: () => boolean = () => true;
  /** What the header `li-api-session-key`, or a bearer token, must be; null for a public community. */
  key: string | null = null;
  /** Who may sign in, `user:password`, and gets the next session. */
  login: string | null = null;
  sessions = 0;
  unknownFields: string[] = [];
  rowsAPage = 2;
  /** Solutions that are not marked where their topic is read. */
  isUnmarked: (message: Message) => boolean = () => false;
  /** Whether `topic.id` finds the topic itself beside its replies. */
  isTopicOfItself = true;
  readonly questions: string[] = [];

  add(id: string, subject: string, body: string, fields: Partial<Message> = {}): Message {
    const at = new Date(Date.UTC(2025, 0, 1) + Number(id) * 60_000).toISOString();
    const message: Message = {
      id,
      topic: id,
      depth: 0,
      subject,
      body,
      login: 'Asker',
      kudos: 0,
      isSolution: false,
      board: 'kettle',
      postTime: at,
      editTime: at,
      isHidden: false,
      ...fields,
    };
    this.messages.push(message);
    return message;
  }

  answer({ method, url, headers, body }: CommunityRequest): CommunityReply {
    if (!this.isOpen()) return { status: 503 };
    if (method === 'POST') return this.#signIn(url, new URLSearchParams(body));
    const bearer = String(headers.authorization ?? '').replace('Bearer ', '');
    if (this.key !== null && headers['li-api-session-key'] !== this.key && bearer !== this.key) {
      return { status: 401, body: { status: 'error', message: 'Session expired' } };
    }
    return { body: this.#search(url.searchParams.get('q') ?? '') };
  }

  #signIn(url: URL, form: URLSearchParams): CommunityReply {
    const isThere = url.pathname === '/restapi/vc/authentication/sessions/login';
    const given = `${form.get('user.login')}:${form.get('user.password')}`;
    if (!isThere || given !== this.login) {
      return { status: 403, body: { response: { status: 'error', error: { message: 'no' } } } };
    }
    this.sessions += 1;
    this.key = `session-${this.sessions}`;
    return { body: { response: { status: 'success', value: { type: 'string', $: this.key } } } };
  }

  #search(liql: string): unknown {
    this.questions.push(liql);
    const [, fields = '', where = ''] = /^SELECT (.+?) FROM messages WHERE (.+)$/.exec(liql) ?? [];
    const unknown = this.unknownFields.find((field) => fields.split(', ').includes(field));
    if (unknown) return { status: 'error', message: `Invalid query syntax: ${unknown}`, http_code: 400 };
    const topic = /topic\.id = '(\d+)'/.exec(where)?.[1];
    const id = /(?<![\w.])id = '(\d+)'/.exec(where)?.[1];
    const board = /board\.id = '([\w.:-]+)'/.exec(where)?.[1];
    const isSolved = (message: Message) =>
      this.messages.some((each) => each.topic === message.id && each.isSolution && !each.isHidden);
    const all = this.messages
      .filter(({ isHidden }) => !isHidden)
      .filter((message) => {
        if (topic) return message.topic === topic && (this.isTopicOfItself || message.depth > 0);
        if (id) return message.id === id;
        return message.depth === 0 && isSolved(message);
      })
      .filter((message) => !board || message.board === board);
    const from = Number(/CURSOR 'c(\d+)'$/.exec(liql)?.[1] ?? 0);
    const items = all
      .slice(from, from + this.rowsAPage)
      .map((message) => this.#row(message, isSolved(message)));
    const next = from + this.rowsAPage;
    const more = next < all.length ? { next_cursor: `c${next}` } : {};
    return {
      status: 'success',
      data: { type: 'messages', list_item_type: 'message', size: items.length, items, ...more },
    };
  }

  #row(message: Message, isSolved: boolean): unknown {
    return {
      type: 'message',
      id: message.id,
      depth: message.depth,
      subject: message.subject,
      body: message.body,
      view_href: `/t5/Kettles/x/m-p/${message.id}#M${message.id}`,
      // Times bear the offset of the community's time zone.
      post_time: message.postTime.replace('Z', '+00:00'),
      author: { type: 'user', login: message.login, rank: { name: 'Expert' } },
      board: { type: 'board', id: message.board, title: message.board },
      language: 'en',
      conversation: { type: 'conversation', solved: isSolved, last_post_time: message.postTime },
      is_solution: message.isSolution && !this.isUnmarked(message),
      kudos: { sum: { weight: message.kudos } },
      replies: { count: 1 },
      current_revision: { last_edit_time: message.editTime.replace('Z', '+00:00') },
    };
  }
}
