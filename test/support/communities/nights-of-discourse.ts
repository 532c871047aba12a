import type { Random } from '../../../index/platform/random.js';
import { DiscourseCommunity, type DiscoursePost, type DiscourseTopic } from './discourse-community.js';

const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z');
const DAY_MS = 24 * 3600_000;

/**
 * A Discourse community that lives by chance: topics come, are answered, edited, accepted, un-accepted, deleted, hidden,
 * shown again, renamed and merged. It knows what a bot fed by it should say.
 */
export class LivingCommunity {
  readonly community: DiscourseCommunity;
  /** What happened, by kind. */
  readonly events: Record<string, number> = {};
  #day = 0;
  #texts = 0;

  constructor(
    shape: DiscourseCommunity['shape'],
    readonly random: Random,
    topics: number,
  ) {
    this.community = new DiscourseCommunity(shape);
    for (let count = 0; count < topics; count += 1) this.#open();
  }

  /** Lets a day pass. @param share of the topics to which something happens */
  live(share: number): void {
    this.#day += 1;
    const changes = Math.max(1, Math.round(this.community.topics.size * share));
    for (let change = 0; change < changes; change += 1) this.#happen();
  }

  /** Somebody writes below a topic, so that it moves in every list that is sorted by activity; no answer changes. */
  bump(): void {
    const topic = this.#any(({ state }) => state === 'public');
    if (topic) this.community.reply(topic, 'Guest', '<p>Following this.</p>', this.#now());
  }

  /** The answer that should be given, by id of the topic. */
  truth(): Map<string, string> {
    const answers = new Map<string, string>();
    for (const topic of this.community.topics.values()) {
      if (topic.state !== 'public') continue;
      const [best] = topic.posts
        .filter(({ number, isDeleted }) => topic.accepted.includes(number) && !isDeleted)
        .sort((a, b) => b.likes - a.likes || b.createdAt.localeCompare(a.createdAt));
      if (best) answers.set(String(topic.id), best.cooked.replace(/<\/?p>/g, ''));
    }
    return answers;
  }

  #happen(): void {
    const [name, happen] = this.#pick(this.#happenings());
    if (happen()) this.events[name] = (this.events[name] ?? 0) + 1;
  }

  #happenings(): [string, () => unknown][] {
    const { community } = this;
    const isPublic = ({ state }: DiscourseTopic) => state === 'public';
    const isSolved = (topic: DiscourseTopic) => isPublic(topic) && topic.accepted.length > 0;
    const withTopic =
      (fits: (topic: DiscourseTopic) => boolean, act: (topic: DiscourseTopic) => unknown) => () => {
        const topic = this.#any(fits);
        return topic !== undefined && act(topic) !== false;
      };
    return [
      ['opened', () => this.#open() !== undefined],
      ['replied', withTopic(isPublic, (topic) => this.#reply(topic))],
      [
        'accepted',
        withTopic(
          (topic) => isPublic(topic) && topic.accepted.length === 0,
          (topic) => this.#accept(topic),
        ),
      ],
      ['accepted another', withTopic(isSolved, (topic) => this.#accept(topic))],
      ['un-accepted', withTopic(isSolved, (topic) => put(topic, 'accepted', []))],
      [
        'edited the answer',
        withTopic(isSolved, (topic) => this.#edit(topic, (post) => topic.accepted.includes(post.number))),
      ],
      ['edited a reply', withTopic(isPublic, (topic) => this.#edit(topic, ({ number }) => number > 1))],
      ['deleted the answer', withTopic(isSolved, (topic) => this.#deleteAnswer(topic))],
      ['deleted a topic', withTopic(isPublic, (topic) => put(topic, 'state', 'deleted'))],
      ['hid a topic', withTopic(isPublic, (topic) => put(topic, 'state', 'private'))],
      [
        'showed a topic again',
        withTopic(
          ({ state, mergedInto }) => state !== 'public' && mergedInto === null,
          (topic) => put(topic, 'state', 'public'),
        ),
      ],
      [
        'merged two topics',
        withTopic(isPublic, (from) => {
          const into = this.#any((topic) => isPublic(topic) && topic !== from);
          if (into) community.merge(from, into, this.#now());
          return into !== undefined;
        }),
      ],
    ];
  }

  #open(): DiscourseTopic {
    const text = this.#text();
    const topic = this.community.addTopic(
      `How does part ${text} work?`,
      `<p>I bought part ${text}.</p>`,
      this.#now(),
    );
    // Some topics are longer than what comes at once.
    const replies = this.random() < 0.05 ? 30 : Math.floor(this.random() * 4);
    for (let count = 0; count < replies; count += 1) this.#reply(topic);
    if (this.random() < 0.6) this.#accept(topic);
    return topic;
  }

  #reply(topic: DiscourseTopic): DiscoursePost {
    const likes = Math.floor(this.random() * 3);
    return this.community.reply(topic, 'Expert', this.#answer(), this.#now(), likes);
  }

  #accept(topic: DiscourseTopic): boolean {
    const others = topic.posts.filter(
      ({ number, isDeleted }) => number > 1 && !isDeleted && !topic.accepted.includes(number),
    );
    const post = others.length > 0 ? this.#pick(others) : this.#reply(topic);
    const several = this.community.shape === 'several answers' && this.random() < 0.3;
    topic.accepted = several ? [...topic.accepted, post.number] : [post.number];
    return true;
  }

  #edit(topic: DiscourseTopic, fits: (post: DiscoursePost) => boolean): boolean {
    const posts = topic.posts.filter((post) => !post.isDeleted && fits(post));
    if (posts.length === 0) return false;
    this.community.edit(topic, this.#pick(posts), this.#answer(), this.#now());
    return true;
  }

  #deleteAnswer(topic: DiscourseTopic): void {
    for (const post of topic.posts) if (topic.accepted.includes(post.number)) post.isDeleted = true;
    topic.accepted = [];
  }

  #answer(): string {
    const text = this.#text();
    return `<p>Turn the dial ${text} to the mark and press the button below it.</p>`;
  }

  /** A word that nothing else in the community has. */
  #text(): string {
    this.#texts += 1;
    return `q${this.#texts.toString(36)}x`;
  }

  #any(fits: (topic: DiscourseTopic) => boolean): DiscourseTopic | undefined {
    const { topics } = this.community;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const topic = topics.get(1 + Math.floor(this.random() * topics.size));
      if (topic && fits(topic)) return topic;
    }
    return undefined;
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[Math.floor(this.random() * choices.length)] as Choice;
  }

  #now(): string {
    return new Date(FIRST_DAY + this.#day * DAY_MS + this.#texts).toISOString();
  }
}

function put<Field extends 'accepted' | 'state'>(
  topic: DiscourseTopic,
  field: Field,
  value: DiscourseTopic[Field],
): void {
  topic[field] = value;
}
