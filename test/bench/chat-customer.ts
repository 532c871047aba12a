import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { type PostDirectLine, postDirectLine, postDirectLineBy } from './post-direct-line.js';

interface Message {
  readonly type: string;
  readonly replyToId?: string;
  readonly channelData?: { readonly message?: { readonly status?: { readonly handoff: string } | null } };
}

export interface Answered {
  /** Milliseconds from posting the question to the bot's first message to it. */
  readonly afterMs: number;
  /** Whether the bot goes on answering; false when a person has been asked for. */
  readonly isWithBot: boolean;
}

/** A customer at the HTTP and WebSocket doors of the web chat. */
export class ChatCustomer {
  readonly #post: PostDirectLine;
  readonly #base: string;
  readonly #token: string;
  readonly #conversationId: string;
  readonly #socket: WebSocket;
  #listener: (message: Message) => void = () => {};

  private constructor(
    post: PostDirectLine,
    base: string,
    token: string,
    conversationId: string,
    socket: WebSocket,
  ) {
    this.#post = post;
    this.#base = base;
    this.#token = token;
    this.#conversationId = conversationId;
    this.#socket = socket;
    socket.on('message', (frame) => {
      const text = frame.toString();
      if (text === '') return;
      for (const message of JSON.parse(text).activities as Message[]) this.#listener(message);
    });
  }

  /**
   * Opens a conversation on a server such as `http://127.0.0.1:3978`.
   * @param agent whose network address the customer has; that of everybody where not given
   */
  static async open(server: string, agent?: Agent): Promise<ChatCustomer> {
    const post = agent ? postDirectLineBy(agent) : postDirectLine;
    const { token } = await post(`${server}/api/webchat/token`, {});
    const base = `${server}/v3/directline/conversations`;
    const conversation = await post(base, {}, token);
    const socket = new WebSocket(conversation.streamUrl, { agent });
    await new Promise((opened, failed) => {
      socket.once('open', opened);
      socket.once('error', failed);
    });
    return new ChatCustomer(post, base, conversation.token, conversation.conversationId, socket);
  }

  /** Asks a question and waits for the bot's first message to it; fails after 30 seconds of silence. */
  async ask(text: string): Promise<Answered> {
    const startedAt = performance.now();
    const early: Message[] = [];
    let questionId: string | null = null;
    let arrive = (_: Message) => {};
    const arrived = new Promise<Message>((done) => {
      arrive = done;
    });
    const isAnswer = (message: Message) => message.type === 'message' && message.replyToId === questionId;
    this.#listener = (message) => {
      if (questionId === null) early.push(message);
      else if (isAnswer(message)) arrive(message);
    };
    const url = `${this.#base}/${this.#conversationId}/activities`;
    const { id } = await this.#post(url, { type: 'message', text, from: { id: 'customer' } }, this.#token);
    questionId = id;
    early.filter(isAnswer).forEach(arrive);
    const answer = await Promise.race([arrived, failAfter(30_000, text)]);
    const state = answer.channelData?.message?.status?.handoff ?? 'with-bot';
    return { afterMs: performance.now() - startedAt, isWithBot: state === 'with-bot' || state === 'offered' };
  }

  close(): void {
    this.#socket.close();
  }
}

function failAfter(ms: number, question: string): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`no answer after ${ms} ms to: ${question}`)), ms).unref();
  });
}
