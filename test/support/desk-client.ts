import type { DeskRole } from '../../bot/contracts/desk.js';
import type {
  AgentsReply,
  ConversationReply,
  DeskDifference,
  DeskNews,
  DeskProblem,
  DeskSnapshot,
  InvitationReply,
  NumberedSnapshot,
  ResetLook,
  SignedIn,
} from '../../channels/desk/contracts.js';
import { applyDifference } from '../../channels/desk/page/state/apply-difference.js';
import { applyStandings } from '../../channels/desk/page/state/assignment-state.js';

/** A browser's side of the desk's API, without a browser. */
export interface DeskClient {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<DeskAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<DeskAnswer>;
  signIn(email: string, password: string): Promise<DeskAnswer>;
  /** Opens the live stream; ends when `close` is called. */
  changes(): Promise<DeskChanges>;
}

export interface DeskAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: DeskBody;
}

/** Every field that some answer of the API has. */
export type DeskBody =
  | (Partial<SignedIn & DeskSnapshot & ConversationReply & InvitationReply & AgentsReply & ResetLook> & {
      readonly role?: DeskRole | null;
      readonly error?: DeskProblem['error'];
    })
  | null;

export interface DeskChanges {
  readonly status: number;
  /** The next event, with what a page makes of it; null when the server ended the stream. */
  next(): Promise<{ readonly event: string; readonly news: DeskNews; readonly content: unknown } | null>;
  close(): void;
}

export function createDeskClient(url: string): DeskClient {
  const client: DeskClient = {
    cookie: '',
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Desk': '1', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    signIn: (email, password) => client.post('/sign-in', { email, password }),
    changes: openChanges,
  };

  async function ask(path: string, request: RequestInit): Promise<DeskAnswer> {
    const response = await fetch(`${url}/desk/api${path}`, {
      ...request,
      headers: { ...request.headers, ...(client.cookie === '' ? {} : { Cookie: client.cookie }) },
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) client.cookie = cookie;
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }

  async function openChanges(): Promise<DeskChanges> {
    const end = new AbortController();
    const response = await fetch(`${url}/desk/api/changes`, {
      headers: { Cookie: client.cookie },
      signal: end.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    let known: NumberedSnapshot | null = null;
    const newsOf = (event: string, content: unknown): DeskNews => {
      const told = content as NumberedSnapshot | DeskDifference;
      if (event === 'everything') known = told as NumberedSnapshot;
      if (event === 'difference' && known !== null) {
        if (told.sequence !== known.sequence + 1)
          throw new Error(`${told.sequence} follows ${known.sequence}`);
        const difference = told as DeskDifference;
        const standings = applyStandings(known.standings, difference.standings, difference.signedOut);
        known = {
          ...difference,
          entries: applyDifference(known.entries, difference.entries),
          standings,
        };
      }
      return { ...(known as NumberedSnapshot), changedIds: 'changedIds' in told ? told.changedIds : [] };
    };
    return {
      status: response.status,
      close: () => end.abort(),
      async next() {
        for (;;) {
          const at = rest.indexOf('\n\n');
          if (at >= 0) {
            const block = rest.slice(0, at);
            rest = rest.slice(at + 2);
            const event = /^event: (.*)$/m.exec(block)?.[1];
            const text = /^data: (.*)$/m.exec(block)?.[1];
            if (event !== undefined && text !== undefined)
              return { event, news: newsOf(event, JSON.parse(text)), content: JSON.parse(text) };
            continue;
          }
          const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
          if (done) return null;
          rest += value;
        }
      },
    };
  }

  return client;
}
