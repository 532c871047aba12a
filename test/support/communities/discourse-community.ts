import type { CommunityReply, CommunityRequest } from './local-community.js';

export interface DiscoursePost {
  readonly id: number;
  /** Place in its topic, from 1. */
  number: number;
  username: string;
  cooked: string;
  likes: number;
  createdAt: string;
  /** 1 until it is edited. */
  version: number;
  updatedAt: string;
  isDeleted: boolean;
}

export interface DiscourseTopic {
  readonly id: number;
  title: string;
  category: number;
  tags: string[];
  readonly createdAt: string;
  bumpedAt: string;
  posts: DiscoursePost[];
  /** Numbers of accepted posts. */
  accepted: number[];
  state: 'public' | 'private' | 'deleted';
  /** Where its posts were moved to. */
  mergedInto: number | null;
  /** Whether what `/t/ID.json` gives has no posts, as a fault of the community. */
  isBroken: boolean;
}

/**
 * A Discourse community in memory that answers as one does: lists of 30 without private and deleted topics, the first 20
 * posts of a topic, others by id, and the accepted answer in the shape of before or since 2026. Accepting changes neither
 * `bumped_at` nor `last_posted_at`; nor does an edit of a reply that is not the last.
 */
export class DiscourseCommunity {
  readonly topics = new Map<number, DiscourseTopic>();
  /** `username:key` that is asked for; null for a public community. */
  key: string | null = null;
  isOpen: () => boolean = () => true;
  #posts = 0;
  #topics = 0;

  constructor(readonly shape: 'one answer' | 'several answers') {}

  addTopic(title: string, question: string, at: string, tags: string[] = []): DiscourseTopic {
    this.#topics += 1;
    const topic: DiscourseTopic = {
      id: this.#topics,
      title,
      category: 5,
      tags,
      createdAt: at,
      bumpedAt: at,
      posts: [],
      accepted: [],
      state: 'public',
      mergedInto: null,
      isBroken: false,
    };
    this.topics.set(topic.id, topic);
    this.reply(topic, 'Asker', question, at);
    return topic;
  }

  reply(topic: DiscourseTopic, username: string, cooked: string, at: string, likes = 0): DiscoursePost {
    this.#posts += 1;
    const number = (topic.posts.at(-1)?.number ?? 0) + 1;
    const post: DiscoursePost = {
      id: this.#posts,
      number,
      username,
      cooked,
      likes,
      createdAt: at,
      updatedAt: at,
      version: 1,
      isDeleted: false,
    };
    topic.posts.push(post);
    topic.bumpedAt = at;
    return post;
  }

  edit(topic: DiscourseTopic, post: DiscoursePost, cooked: string, at: string): void {
    post.cooked = cooked;
    post.updatedAt = at;
    post.version += 1;
    if (topic.posts.at(-1) === post) topic.bumpedAt = at;
  }

  /** Moves all posts of a topic behind another's; they get new ids, and the topic leads there. */
  merge(from: DiscourseTopic, into: DiscourseTopic, at: string): void {
    for (const post of from.posts) {
      this.reply(into, post.username, post.cooked, post.createdAt, post.likes);
    }
    into.bumpedAt = at;
    from.accepted = [];
    from.state = 'deleted';
    from.mergedInto = into.id;
  }

  /** Answers one request. */
  answer({ url, headers }: CommunityRequest): CommunityReply {
    const given = `${headers['api-username'] ?? ''}:${headers['api-key'] ?? ''}`;
    if (!this.isOpen() || (this.key !== null && given !== this.key)) {
      return { status: 403, body: { errors: ['You are not permitted.'], error_type: 'invalid_access' } };
    }
    if (url.pathname === '/latest.json') return this.#list(url.searchParams);
    const [, id, rest] = /^\/t\/(\d+)(\/posts|\/\d+)?\.json$/.exec(url.pathname) ?? [];
    const topic = this.topics.get(Number(id));
    if (!topic) return { status: 404, body: { errors: ['gone'], error_type: 'not_found' } };
    if (topic.mergedInto !== null)
      return { status: 301, headers: { location: `/t/${topic.mergedInto}.json` } };
    if (topic.state === 'deleted') return { status: 404, body: { error_type: 'not_found' } };
    if (topic.state === 'private') return { status: 403, body: { error_type: 'invalid_access' } };
    return { body: this.#topic(topic, rest ?? '', url.searchParams) };
  }

  #list(search: URLSearchParams): CommunityReply {
    const page = Number(search.get('page') ?? 0);
    const category = search.get('category');
    const all = [...this.topics.values()]
      .filter(({ state }) => state === 'public')
      .filter((topic) => category === null || topic.category === Number(category))
      .filter(({ accepted }) => search.get('solved') !== 'yes' || accepted.length > 0)
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id - b.id);
    const topics = all.slice(page * 30, page * 30 + 30).map((topic) => ({
      id: topic.id,
      title: topic.title,
      slug: slugOf(topic),
      posts_count: topic.posts.filter(({ isDeleted }) => !isDeleted).length,
      created_at: topic.createdAt,
      last_posted_at: topic.posts.at(-1)?.createdAt,
      bumped_at: topic.bumpedAt,
      views: Math.max(1, topic.id * 7),
      category_id: topic.category,
      tags: this.#tags(topic),
      has_accepted_answer: topic.accepted.length > 0,
    }));
    const more = all.length > page * 30 + 30 ? { more_topics_url: `/latest?page=${page + 1}` } : {};
    return { body: { users: [], topic_list: { per_page: 30, topics, ...more } } };
  }

  #topic(topic: DiscourseTopic, rest: string, search: URLSearchParams): unknown {
    const shown = topic.posts.filter(({ isDeleted }) => !isDeleted);
    const wanted = search.getAll('post_ids[]').map(Number);
    const around = Number(rest.slice(1));
    const posts =
      rest === '/posts'
        ? shown.filter(({ id }) => wanted.includes(id)).slice(0, 20)
        : rest === ''
          ? shown.slice(0, 20)
          : shown.filter(({ number }) => Math.abs(number - around) < 10);
    const named = topic.accepted.flatMap((number) => {
      const post = shown.find((each) => each.number === number);
      return post ? [{ post_number: number, username: post.username, name: '', excerpt: 'short …' }] : [];
    });
    const shape = this.shape === 'one answer' ? { accepted_answer: named[0] } : { accepted_answers: named };
    return {
      id: topic.id,
      title: topic.title,
      slug: slugOf(topic),
      created_at: topic.createdAt,
      category_id: topic.category,
      tags: this.#tags(topic),
      ...(named.length > 0 ? shape : {}),
      post_stream: topic.isBroken
        ? {}
        : { posts: posts.map((post) => this.#post(post, topic)), stream: shown.map(({ id }) => id) },
    };
  }

  #post(post: DiscoursePost, topic: DiscourseTopic): unknown {
    return {
      id: post.id,
      post_number: post.number,
      post_type: 1,
      username: post.username,
      name: post.username,
      cooked: post.cooked,
      created_at: post.createdAt,
      updated_at: post.updatedAt,
      version: post.version,
      actions_summary: post.likes > 0 ? [{ id: 2, count: post.likes }] : [],
      accepted_answer: topic.accepted.includes(post.number),
    };
  }

  /** Texts before, objects since 2026. */
  #tags({ tags }: DiscourseTopic): unknown[] {
    return this.shape === 'one answer' ? tags : tags.map((name, id) => ({ id, name, slug: name }));
  }
}

function slugOf({ title }: DiscourseTopic): string {
  return title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}
