import type { Activity } from '../../../bot/contracts/activities.js';
import type { ChoiceValue, ConversationStatus, SpokenLanguage } from '../../../bot/contracts/messages.js';
import { DirectLine } from './direct-line/direct-line.js';
import { DirectLineApi } from './direct-line/direct-line-api.js';
import type { LineState } from './direct-line/line-options.js';
import { SendQueue } from './direct-line/send-queue.js';
import { SessionStore } from './direct-line/session-store.js';
import { pageOf } from './page-of.js';
import { type PastSession, PastSessions } from './past-sessions.js';
import { type Line, Transcript } from './transcript.js';

const TYPING_SHOWN_MS = 5000; // as the official Web Chat control does
const TYPING_TOLD_EVERY_MS = 3000;

interface ConversationOptions {
  readonly server: string;
  readonly language: SpokenLanguage;
  /** The company as the tag names it; '' for none. */
  readonly company: string;
  /** The website's signed word of who its customer is, asked for whenever a token is; null where it says nothing. */
  readonly identity: () => string | null;
  /** Said where a conversation could not be continued and what was said before is still on the screen. */
  readonly startedAgain: string;
  readonly stores: { readonly lasting: Storage | null; readonly ofTab: Storage | null };
  /** Lines or status have changed. */
  readonly onChange: () => void;
  readonly onTyping: (name: string | null) => void;
  readonly onConnection: (state: LineState, before: LineState, isToldToWait: boolean) => void;
}

/** One customer's conversation in this page: what was said, what is still to be sent, and the line to the server. */
export class ChatConversation {
  #transcript: Transcript;
  readonly #options: ConversationOptions;
  readonly #queue: SendQueue;
  readonly #sessions: SessionStore;
  readonly #past: PastSessions;
  /** The conversation that is opened again, until the server has shown it. */
  #returningTo: string | null = null;
  readonly #line: DirectLine;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #state: LineState = 'idle';
  #typingToldAt = Number.NEGATIVE_INFINITY;

  constructor(options: ConversationOptions) {
    const { server, language, stores } = options;
    this.#options = options;
    this.#transcript = new Transcript(server);
    this.#past = new PastSessions(server, stores.lasting);
    this.#sessions = new SessionStore(server, stores.lasting);
    this.#queue = new SendQueue(server, stores.ofTab, options.onChange);
    this.#line = new DirectLine({
      api: new DirectLineApi(server, options.identity),
      queue: this.#queue,
      sessions: this.#sessions,
      language,
      page: () => this.#page(),
      onActivity: (activity, userId) => this.#take(activity, userId),
      onState: (state, isToldToWait) => {
        options.onConnection(state, this.#state, isToldToWait);
        this.#state = state;
      },
      onLost: () => this.#restart(),
    });
  }

  /** Whether there is something to go on with: a conversation of before, or words that were not sent. */
  get canContinue(): boolean {
    return this.#sessions.read() !== null || this.#queue.entries.length > 0;
  }

  /** Who has the conversation, as said last; null before anything was said of it. */
  get status(): ConversationStatus | null {
    return this.#transcript.status;
  }

  get lines(): readonly Line[] {
    return this.#transcript.lines(this.#queue.entries);
  }

  open(): void {
    this.#line.open();
  }

  close(): void {
    clearTimeout(this.#typingTimer);
    this.#line.close();
  }

  /** Says something; with `value` it is a tap on a choice. */
  say(text: string, value: ChoiceValue | null = null, files: readonly File[] = []): void {
    const activity: Activity = {
      type: 'message',
      text,
      textFormat: 'plain',
      locale: this.#options.language,
      // Told with each message: customers go on to other pages, and the chat goes with them.
      channelData: { page: this.#page() },
      ...(value && { value }),
    };
    this.#line.send(activity, files);
    // What follows it is news again.
    this.#typingToldAt = Number.NEGATIVE_INFINITY;
  }

  /** The customer types: told where a person is waited for or has the conversation, as nobody else looks. */
  types(): void {
    const status = this.#transcript.status?.handoff;
    const now = performance.now();
    if (status !== 'waiting' && status !== 'with-agent') return;
    if (now - this.#typingToldAt < TYPING_TOLD_EVERY_MS) return;
    this.#typingToldAt = now;
    void this.#line.signal({ type: 'typing' });
  }

  /** Earlier conversations of this browser, the newest first. */
  get earlier(): readonly PastSession[] {
    const current = this.#sessions.read()?.conversationId;
    return this.#past.list().filter(({ conversationId }) => conversationId !== current);
  }

  /** Goes on with an earlier conversation, or (null) begins a new one. Nothing happens without a connection. */
  turnTo(session: PastSession | null): void {
    if (!this.#line.turnTo(session)) return;
    this.#transcript = new Transcript(this.#options.server);
    this.#returningTo = session?.conversationId ?? null;
    this.#showTyping(null);
    this.#options.onChange();
  }

  /**
   * Ends this conversation and begins a new one. Nobody is left waiting: a place in the queue is given up, and an agent reads
   * that the customer has gone.
   * @param farewell what an agent reads
   */
  async startAnew(farewell: string): Promise<void> {
    const handoff = this.status?.handoff;
    if (handoff === 'waiting') this.say(farewell, { action: 'cancel-request' });
    else if (handoff === 'with-agent') this.say(farewell);
    await this.#line.flush();
    this.turnTo(null);
  }

  forgetEarlier(): void {
    this.#past.clear();
  }

  /** Asks the server for something of this conversation; null where there is no answer. */
  ask<Body>(method: string, tail: string, body?: object): Promise<Body | null> {
    return this.#line.ask(method, tail, body);
  }

  /** Tries unsent messages again. */
  retry(): void {
    this.#line.retryNow();
    void this.#line.flush();
  }

  connectNow(): void {
    this.#line.retryNow();
  }

  /** The browser says that the network is gone. */
  disconnect(): void {
    this.#line.drop();
  }

  #take(activity: Activity, userId: string): void {
    const { incoming, isNew } = this.#transcript.take(activity, userId);
    this.#returningTo = null;
    const session = incoming.kind === 'own' ? this.#sessions.read() : null;
    if (session) this.#past.keep(session);
    if (incoming.kind === 'typing') this.#showTyping(incoming.name);
    if (incoming.kind === 'message' && isNew) this.#showTyping(null);
    if (incoming.kind === 'own' || incoming.kind === 'nothing') this.#queue.settle(incoming.clientId);
    if (isNew) this.#options.onChange();
  }

  #showTyping(name: string | null): void {
    clearTimeout(this.#typingTimer);
    this.#options.onTyping(name);
    if (name !== null) this.#typingTimer = setTimeout(() => this.#showTyping(null), TYPING_SHOWN_MS);
  }

  #page(): object {
    return pageOf(location, this.#options.company);
  }

  #restart(): void {
    const last = this.#transcript.lines([]).at(-1);
    if (this.#returningTo !== null) {
      this.#past.drop(this.#returningTo);
      this.#returningTo = null;
      this.#transcript.addNotice(this.#options.startedAgain);
    } else if (last && last.kind !== 'notice') this.#transcript.addNotice(this.#options.startedAgain);
    this.#transcript.restart();
    this.#options.onChange();
  }
}
