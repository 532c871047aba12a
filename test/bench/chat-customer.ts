import { WebSocket } from 'ws';

interface Message {
  readonly type: string;
  readonly replyToId?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
}

/** A customer at the HTTP and WebSocket doors of the web chat. */
export class ChatCustomer {
  readonly #base: string;
  readonly #token: string;
  readonly #conversationId: string;
  readonly #socket: WebSocket;
  #listener: (message: Message) => void = () => {};

  private constructor(base: string, token: string, conversationId: string, socket: WebSocket) {
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

  /** Opens a conversation on a server such as `http://127.0.0.1:3978`. */
  static async open(server: string): Promise<ChatCustomer> {
    const { token } = await post(`${server}/api/webchat/token`, {});
    const base = `${server}/v3/directline/conversations`;
    const conversation = await post(base, {}, token);
    const socket = new WebSocket(conversation.streamUrl);
    await new Promise((opened, failed) => {
      socket.once('open', opened);
      socket.once('error', failed);
    });
    return new ChatCustomer(base, conversation.token, conversation.conversationId, socket);
  }

  /**
   * Asks a question and returns the milliseconds until the bot's first message to it arrived; fails after 10 seconds
   * of silence.
   */
  async ask(text: string): Promise<number> {
    const startedAt = performance.now();
    const early: Message[] = [];
    let questionId: string | null = null;
    let arrive = () => {};
    const arrived = new Promise<void>((done) => {
      arrive = done;
    });
    const isAnswer = (message: Message) => message.type === 'message' && message.replyToId === questionId;
    this.#listener = (message) => {
      if (questionId === null) early.push(message);
      else if (isAnswer(message)) arrive();
    };
    const url = `${this.#base}/${this.#conversationId}/activities`;
    const { id } = await post(url, { type: 'message', text, from: { id: 'customer' } }, this.#token);
    questionId = id;
    if (early.some(isAnswer)) arrive();
    await Promise.race([arrived, failAfter(10_000, text)]);
    return performance.now() - startedAt;
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

interface Reply {
  readonly id: string;
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
}

async function post(url: string, body: unknown, token?: string): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Reply;
}
