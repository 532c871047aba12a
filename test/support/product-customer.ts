import { setTimeout as pause } from 'node:timers/promises';
import type { ChoiceValue, OutgoingMessage } from '../../bot/contracts/messages.js';
import { type Answer, type CallOptions, call } from './webchat-visitor.js';

/** An activity as the web chat gives it out. */
export interface Said {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string; readonly name?: string };
  readonly conversation: { readonly id: string };
  readonly channelData?: { readonly message?: OutgoingMessage };
}

/** A customer of the running product, by requests and polling; survives a restart of it. */
export interface ProductCustomer {
  /** Where the product is now; set it anew when it has moved. */
  url: string;
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Calls a path below /v3/directline with the token. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** Posts an activity, whatever it is, to the customer's conversation. */
  post(activity: unknown): Promise<Answer>;
  /** Says something and resolves when it was taken. */
  say(text: string, value?: ChoiceValue): Promise<void>;
  /** Everything in the conversation up to now. */
  heard(): Promise<readonly Said[]>;
  /**
   * Waits for something in the conversation that `fits`.
   * @throws with all that was heard, when it is time to say so rather than that a test took too long
   */
  until(fits: (said: Said) => boolean): Promise<Said>;
}

/** Below the time that a test may take, and far above what anything takes on a loaded machine. */
const PATIENCE_MS = 50_000;

/** Opens the chat as a new customer. */
export async function openCustomer(url: string): Promise<ProductCustomer> {
  const opened = await call(`${url}/api/webchat/token`, { method: 'POST' });
  const { token, conversationId, userId } = opened.body as Record<string, string>;
  if (!token || !conversationId || !userId) throw new Error(`no token was given: ${opened.status}`);
  const path = `/conversations/${conversationId}/activities`;
  const customer: ProductCustomer = {
    url,
    token,
    conversationId,
    userId,
    call: (below, { headers, ...rest } = {}) =>
      call(`${customer.url}/v3/directline${below}`, {
        ...rest,
        headers: { authorization: `Bearer ${token}`, ...headers },
      }),
    post: (activity) => customer.call(path, { method: 'POST', body: activity }),
    async say(text, value) {
      const { status, body } = await customer.post({
        type: 'message',
        text,
        ...(value ? { value } : {}),
        from: { id: userId },
      });
      if (status !== 200) throw new Error(`"${text}" was not taken: ${status} ${JSON.stringify(body)}`);
    },
    async heard() {
      const { status, body } = await customer.call(path);
      if (status !== 200) throw new Error(`the conversation was not given: ${status}`);
      return (body as unknown as { activities: Said[] }).activities;
    },
    async until(fits) {
      const isOver = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const heard = await customer.heard();
        const found = heard.find(fits);
        if (found) return found;
        if (isOver.aborted) throw new Error(`it was not said; heard was:\n${inLines(heard)}`);
        await pause(30);
      }
    },
  };
  await customer.call('/conversations', { method: 'POST', body: {} });
  return customer;
}

function inLines(heard: readonly Said[]): string {
  return heard.map((said) => `${said.from.role}: ${said.type} ${said.text?.slice(0, 80)}`).join('\n');
}

/** The item of the community that a message answers from; null for any other message. */
export function answeredFrom(said: Said): string | null {
  return said.channelData?.message?.source?.itemId ?? null;
}

/** Place in the queue that a message tells of; null for any other message. */
export function placeToldIn(said: Said): number | null {
  return said.channelData?.message?.status?.queuePosition ?? null;
}
