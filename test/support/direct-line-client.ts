import { createRequire } from 'node:module';
import {
  type Activity,
  type ConnectionStatus,
  DirectLine,
  type DirectLineOptions,
} from 'botframework-directlinejs';
import WebSocket from 'ws';

type Post = Parameters<DirectLine['postActivity']>[0];
/** Activities as JSON: DirectLineJS knows fewer fields than the protocol. */
export type Received = Readonly<Record<string, unknown>>;

/** The real client library with its browser ground laid by xhr2 and ws. */
export interface DirectLineClient {
  readonly directLine: DirectLine;
  readonly received: readonly Received[];
  readonly statuses: readonly ConnectionStatus[];
  readonly sockets: readonly WebSocket[];
  /** Resolves with the first activity, received or to come, that `fits`. */
  until(fits: (activity: Received) => boolean): Promise<Received>;
  untilStatus(status: ConnectionStatus): Promise<void>;
  /** Posts and resolves with what the library emits: the id, or "retry". */
  post(activity: Received): Promise<string>;
  say(text: string, clientActivityID?: string): Promise<string>;
  end(): void;
}

layBrowserGround();

/**
 * Connects by `options`; reconnects without the library's pause of 3 to 15 seconds.
 * @param Client of another version
 */
export function connectDirectLine(
  options: DirectLineOptions,
  Client: typeof DirectLine = DirectLine,
): DirectLineClient {
  const received: Received[] = [];
  const statuses: ConnectionStatus[] = [];
  const sockets: WebSocket[] = [];
  const waiting = new Set<() => void>();
  const news = () => {
    for (const look of [...waiting]) look();
  };
  class WatchedSocket extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
    }
  }
  const directLine = new Client({
    ...options,
    WebSocket: WatchedSocket as unknown as typeof globalThis.WebSocket,
    // The pause before a reconnect is 3000 + random() * 12000 ms.
    random: () => -0.25,
  });
  directLine.connectionStatus$.subscribe((status) => {
    statuses.push(status);
    news();
  });
  const subscription = directLine.activity$.subscribe(
    (activity: Activity) => {
      received.push(activity as unknown as Received);
      news();
    },
    () => {}, // "conversation ended", raised by end()
  );

  function once<Value>(find: () => Value | undefined): Promise<Value> {
    return new Promise((resolve) => {
      const look = () => {
        const value = find();
        if (value === undefined) return;
        waiting.delete(look);
        resolve(value);
      };
      waiting.add(look);
      look();
    });
  }

  const post = (activity: Received) =>
    new Promise<string>((resolve, reject) => {
      directLine.postActivity(activity as unknown as Post).subscribe(resolve, reject);
    });

  return {
    directLine,
    received,
    statuses,
    sockets,
    until: (fits) => once(() => received.find(fits)),
    untilStatus: async (status) => {
      await once(() => (statuses.includes(status) ? true : undefined));
    },
    post,
    say: (text, clientActivityID = `client-${text}`) =>
      post({
        type: 'message',
        text,
        textFormat: 'plain',
        from: { id: 'dl_claimed', name: '', role: 'user' },
        locale: 'nl-NL',
        channelData: { clientActivityID, attachmentSizes: [] },
      }),
    end: () => {
      subscription.unsubscribe();
      directLine.end();
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** XMLHttpRequest of xhr2, which cannot send forms: they are turned into their bytes first, as a browser does. */
function layBrowserGround(): void {
  const require = createRequire(import.meta.url);
  const Xhr = require('xhr2') as new () => {
    send(body?: unknown): void;
    setRequestHeader(name: string, value: string): void;
  };
  class FormXhr extends Xhr {
    override send(body?: unknown): void {
      if (!(body instanceof FormData)) {
        super.send(body);
        return;
      }
      const encoded = new Response(body);
      void encoded.arrayBuffer().then((bytes) => {
        this.setRequestHeader('content-type', encoded.headers.get('content-type') ?? '');
        super.send(new Uint8Array(bytes));
      });
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: FormXhr, WebSocket, window: globalThis });
}
