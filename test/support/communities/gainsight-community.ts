import type { CommunityReply, CommunityRequest } from './local-community.js';

interface Question {
  readonly id: number;
  /** Fields as `/v2/questions/ID` gives them. */
  readonly fields: Record<string, unknown>;
  readonly replies: Record<string, unknown>[];
}

/**
 * A community on Gainsight that answers as its programming interface does: a token by client credentials that ends, topics in
 * pages with a limit to what can be reached, questions and replies.
 */
export class GainsightCommunity {
  readonly questions = new Map<number, Question>();
  isOpen: () => boolean = () => true;
  secret = 'secret';
  /** Matches beyond this are answered with 422. */
  reachable = 10_000;
  /** More than so many topics are not given at once, whatever is asked for. */
  mostAPage = 100;
  /** Names of the two ends of a date range that are understood; others are passed over. */
  range: readonly [string, string] = ['from', 'to'];
  /** Tokens that were given and are taken. */
  readonly tokens: string[] = [];

  /** @param best the mark at question and reply, in whatever form */
  add(id: number, title: string, answer: string, fields: Readonly<Record<string, unknown>> = {}): Question {
    const question = {
      id,
      fields: {
        // developer-portal.gainsight.com, "Community"; names as a published script of a community reads them.
        id,
        publicId: `p${id}`,
        title,
        content: '<p>Mine is white.</p>',
        contentType: 'question',
        publishedAt: new Date(Date.UTC(2025, 0, 1) + id * 3600_000).toISOString(),
        categoryId: 37,
        categoryName: 'Kettles',
        tags: ['kettle'],
        views: 12,
        replyCount: 2,
        author: { username: 'Asker' },
        bestAnswer: true,
        seoCommunityUrl: `/kettles-37/question-${id}`,
        ...fields,
      },
      replies: [
        reply(id * 10 + 1, 'Guest', '<p>Same here.</p>', { likes: 1 }),
        reply(id * 10 + 2, 'Tea Master', `<p>${answer}</p>`, { likes: 7, bestAnswer: true }),
      ],
    };
    this.questions.set(id, question);
    return question;
  }

  answer({ method, url, headers, body }: CommunityRequest): CommunityReply {
    if (!this.isOpen()) return { status: 500, body: { error: 'unavailable' } };
    if (method === 'POST' && url.pathname === '/oauth2/token') return this.#token(new URLSearchParams(body));
    const token = String(headers.authorization ?? '').replace('Bearer ', '');
    if (!this.tokens.includes(token)) return { status: 401, body: { message: 'Unauthorized' } };
    if (url.pathname === '/v2/topics') return this.#topics(url.searchParams);
    const [, id, replies] = /^\/v2\/questions\/(\d+)(\/replies)?$/.exec(url.pathname) ?? [];
    const question = this.questions.get(Number(id));
    if (!question) return { status: 404, body: { message: 'Item not found' } };
    if (!replies) return { body: question.fields };
    return { body: { result: this.#page(question.replies, url.searchParams) } };
  }

  #token(form: URLSearchParams): CommunityReply {
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === 'client' &&
      form.get('client_secret') === this.secret &&
      form.get('scope') === 'read';
    if (!isRight) return { status: 401, body: { error: 'invalid_client' } };
    const token = `token-${this.tokens.length + 1}`;
    this.tokens.push(token);
    return { body: { token_type: 'bearer', access_token: token, expires_in: 7200 } };
  }

  #topics(search: URLSearchParams): CommunityReply {
    const [from, to] = this.range;
    const atLeast = search.get(`createdAt[${from}]`) ?? '';
    const atMost = search.get(`createdAt[${to}]`) ?? '9';
    const categories = search.getAll('categoryIds[]');
    const all = [...this.questions.values()]
      .map(({ fields }) => fields)
      .filter(({ contentType }) => search.getAll('contentTypes[]').includes(String(contentType)))
      .filter(({ categoryId }) => categories.length === 0 || categories.includes(String(categoryId)))
      .filter(({ publishedAt }) => String(publishedAt) >= atLeast && String(publishedAt) <= atMost)
      .sort((a, b) => String(b.publishedAt).localeCompare(String(a.publishedAt)));
    const page = Number(search.get('page'));
    if ((page - 1) * this.mostAPage >= this.reachable) return { status: 422, body: { message: 'too far' } };
    return { body: { result: this.#page(all, search) } };
  }

  #page<Row>(rows: readonly Row[], search: URLSearchParams): Row[] {
    const size = Math.min(Number(search.get('pageSize')), this.mostAPage);
    const page = Number(search.get('page'));
    return rows.slice((page - 1) * size, page * size);
  }
}

function reply(id: number, username: string, content: string, fields: Readonly<Record<string, unknown>>) {
  return {
    id: String(id),
    content,
    publishedAt: new Date(Date.UTC(2025, 1, 1) + id * 60_000).toISOString(),
    author: { username, rank: { name: 'Expert' } },
    url: `/topic/show?fid=37&pid=${id}`,
    ...fields,
  };
}
