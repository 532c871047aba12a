import type { CommunityReply, CommunityRequest } from './local-community.js';

type Fields = Record<string, unknown>;

/** A help centre of Zendesk, with posts, comments and articles; pages by cursor, or by number as older lists have them. */
export class ZendeskCentre {
  readonly posts = new Map<number, Fields>();
  readonly comments: Fields[] = [];
  readonly articles = new Map<number, Fields>();
  isOpen: () => boolean = () => true;
  /** What stands behind `Authorization: Basic`, decoded; null for what everybody may read. */
  token: string | null = null;
  isPagedByNumber = false;

  addPost(id: number, title: string, fields: Readonly<Fields> = {}): Fields {
    // developer.zendesk.com/api-reference/help_center/help-center-api/posts
    const post = {
      id,
      title,
      details: '<p>Mine is white.</p>',
      author_id: 1,
      topic_id: 5,
      status: 'answered',
      closed: false,
      pinned: false,
      featured: false,
      vote_sum: 3,
      vote_count: 3,
      comment_count: 0,
      content_tag_ids: [],
      created_at: `2025-01-0${id}T08:00:00Z`,
      updated_at: `2025-01-0${id}T08:00:00Z`,
      html_url: `https://help.example.com/hc/en-us/community/posts/${id}`,
      ...fields,
    };
    this.posts.set(id, post);
    return post;
  }

  comment(post: Fields, author: number, body: string, fields: Readonly<Fields> = {}): Fields {
    const id = 100 + this.comments.length;
    // developer.zendesk.com/api-reference/help_center/help-center-api/post_comments
    const comment = {
      id,
      post_id: post.id,
      body,
      author_id: author,
      official: false,
      vote_sum: 0,
      vote_count: 0,
      created_at: `2025-02-01T08:00:${String(this.comments.length).padStart(2, '0')}Z`,
      updated_at: `2025-02-01T08:00:${String(this.comments.length).padStart(2, '0')}Z`,
      html_url: `https://help.example.com/hc/en-us/community/posts/${post.id}/comments/${id}`,
      ...fields,
    };
    this.comments.push(comment);
    post.comment_count = Number(post.comment_count) + 1;
    return comment;
  }

  addArticle(id: number, title: string, body: unknown, fields: Readonly<Fields> = {}): Fields {
    // developer.zendesk.com/api-reference/help_center/help-center-api/articles
    const article = {
      id,
      title,
      name: title,
      body,
      locale: 'en-us',
      draft: false,
      user_segment_id: null,
      label_names: ['kettle'],
      vote_sum: 7,
      created_at: `2025-01-0${id}T08:00:00Z`,
      updated_at: `2025-03-0${id}T08:00:00Z`,
      edited_at: `2025-02-0${id}T08:00:00Z`,
      html_url: `https://help.example.com/hc/en-us/articles/${id}`,
      ...fields,
    };
    this.articles.set(id, article);
    return article;
  }

  answer({ url, headers }: CommunityRequest): CommunityReply {
    if (!this.isOpen()) return { status: 503 };
    const given = String(headers.authorization ?? '').replace('Basic ', '');
    if (this.token !== null && Buffer.from(given, 'base64').toString() !== this.token) {
      return { status: 401, body: { error: "Couldn't authenticate you" } };
    }
    const beside = {
      users: [
        { id: 1, name: 'Asker' },
        { id: 2, name: 'Tea Master' },
      ],
      topics: [{ id: 5, name: 'kettle' }],
    };
    const { pathname, searchParams } = url;
    if (pathname === '/api/v2/community/posts.json')
      return this.#list('posts', [...this.posts.values()], searchParams);
    const [, post, comments] = /^\/api\/v2\/community\/posts\/(\d+)(\/comments)?\.json$/.exec(pathname) ?? [];
    const found = this.posts.get(Number(post));
    if (post && !found) return { status: 404, body: { error: 'RecordNotFound' } };
    if (comments) {
      const own = this.comments.filter(({ post_id: id }) => id === Number(post));
      return this.#list('comments', own, searchParams, { users: beside.users });
    }
    if (found) return { body: { post: found, ...beside } };
    const [, locale, article] =
      /^\/api\/v2\/help_center(?:\/([a-z-]+))?\/articles(?:\/(\d+))?\.json$/.exec(pathname) ?? [];
    const written = [...this.articles.values()].filter((each) => !locale || each.locale === locale);
    if (!article) return this.#list('articles', written, searchParams);
    const one = written.find(({ id }) => id === Number(article));
    return one ? { body: { article: one } } : { status: 404, body: { error: 'RecordNotFound' } };
  }

  #list(
    field: string,
    rows: readonly Fields[],
    search: URLSearchParams,
    beside: Fields = {},
  ): CommunityReply {
    const from = Number(search.get('page[after]') ?? (Number(search.get('page') ?? 1) - 1) * 2);
    const end = from + 2;
    const items = rows.slice(from, end);
    const hasMore = end < rows.length;
    const next = this.isPagedByNumber
      ? {
          next_page: hasMore ? `https://other.example.com/x.json?page=${end / 2 + 1}` : null,
          count: rows.length,
        }
      : {
          meta: { has_more: hasMore, after_cursor: String(end) },
          links: { next: 'https://other.example.com/x' },
        };
    return { body: { [field]: items, ...beside, ...next } };
  }
}
