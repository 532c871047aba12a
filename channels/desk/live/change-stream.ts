import type { ServerResponse } from 'node:http';
import type { DeskAgent } from '../../../bot/contracts/desk.js';
import type { DeskSnapshot } from '../contracts.js';
import { deskErrors } from '../errors.js';
import { openPageStream, type PageStream } from './page-stream.js';
import type { Presence } from './presence.js';
import { createTellings } from './tellings.js';

/** Most pages one account can have open; the stream of each keeps a connection. */
const STREAMS_PER_AGENT = 20;
/** Every so many heartbeats everything is read: what no news told of (what another process wrote) is told then at the latest. */
const CHECK_BEATS = 3;

interface ChangeStreamOptions {
  /** @param isAnew whether everything is read, else what changed since the picture before */
  readonly snapshot: (isAnew: boolean) => Promise<DeskSnapshot>;
  /** Doors that do not send now, and why the bot is silent; looked at with every heartbeat, as no conversation changes with them. */
  readonly state: () => Pick<DeskSnapshot, 'notices' | 'pause'>;
  /** Who a session belongs to now; null ends its streams. */
  readonly agentOf: (token: string) => Promise<DeskAgent | null>;
  readonly heartbeatMs: number;
  /** Begun with each telling and waited for behind it, so that a storm of changes is told in few; nothing where not given. */
  readonly pause?: () => Promise<void>;
  /** The event that each page is told behind everything: who looks at what. */
  readonly also: () => string;
  /** Told of pages that come and go, and of each heartbeat. */
  readonly presence: Pick<Presence, 'opened' | 'closed' | 'look'>;
  /** Told of an agent one of whose sessions has ended by its date, or was ended elsewhere. */
  readonly onSessionEnded: (agentId: string) => void;
  /** Told of what goes wrong outside a request. */
  readonly onFailure: (error: unknown) => void;
}

/** Live changes to every open page by Server-Sent Events (HTML standard, §9.2). */
export interface ChangeStream {
  /**
   * Keeps a response open and sends it what changes from now on, beginning with everything as it is. Each telling has a
   * number, so that a page knows when it missed one.
   * @throws DESK_TOO_MANY_STREAMS
   */
  open(response: ServerResponse, token: string, agent: DeskAgent): void;
  /** Tells every page that a conversation changed. */
  changed(conversationId: string): void;
  /** Tells every page how everything is, though no conversation changed. @param isAnew whether any row may be another now */
  refresh(isAnew?: boolean): void;
  /** Passes an event on to every page. */
  pass(event: string): void;
  /** Ends the streams of a session that was signed out. */
  end(token: string): void;
  /** Ends the streams of an agent whose sessions were ended. */
  endOf(agentId: string): void;
  /** Ends those streams of an agent whose sessions are over. */
  lookAt(agentId: string): void;
  /** Ends every stream and the heartbeat. */
  stop(): void;
}

interface Stream {
  readonly page: PageStream;
  readonly token: string;
  readonly agentId: string;
}

/** Creates the stream; its heartbeat runs while at least one page is open. */
export function createChangeStream(options: ChangeStreamOptions): ChangeStream {
  const streams = new Set<Stream>();
  const changedIds = new Set<string>();
  const tellings = createTellings();
  const whole = createWholeReads();
  const heart = every(options.heartbeatMs, () => void beat().catch(options.onFailure));

  // One reader: changes that come in while the entries are read go out together afterwards, so a storm of changes costs
  // one read at a time, and no page gets an older picture after a newer one.
  const broadcast = oneAtATime(async () => {
    try {
      const ids = [...changedIds];
      changedIds.clear();
      const present = [...streams]; // Whoever comes while the entries are read is told in the round that they asked for.
      const telling = tellings.next(await options.snapshot(whole.take()), ids);
      for (const stream of present) if (streams.has(stream) && !stream.page.tell(telling)) drop(stream);
    } catch (error) {
      options.onFailure(error);
      // Pages connect again by themselves and read everything anew.
      dropAll();
    }
  }, options.pause);

  async function beat(): Promise<void> {
    for (const stream of [...streams]) {
      if (!(await leftWithSession(stream)) && !stream.page.beat()) drop(stream);
    }
    options.presence.look();
    if (streams.size > 0 && (whole.beat() || !tellings.isTold(options.state()))) await broadcast();
  }

  /** Whether a stream's session has ended; then it has ended too. */
  async function endIfOver(stream: Stream): Promise<boolean> {
    if ((await options.agentOf(stream.token)) !== null) return false;
    if (streams.has(stream)) endStream(stream);
    return true;
  }

  /** The same, and the desk is told that its agent is gone. */
  async function leftWithSession(stream: Stream): Promise<boolean> {
    if (!(await endIfOver(stream))) return false;
    options.onSessionEnded(stream.agentId);
    return true;
  }

  const ofAgent = (agentId: string) => [...streams].filter((stream) => stream.agentId === agentId);
  const endStream = (stream: Stream) => {
    stream.page.signOut();
    drop(stream);
  };
  const dropAll = () => [...streams].forEach(drop);
  function drop(stream: Stream): void {
    stream.page.close();
    forget(stream);
  }

  function forget(stream: Stream): void {
    if (!streams.delete(stream)) return;
    options.presence.closed(stream.agentId);
    if (streams.size === 0) heart.stop();
  }

  return {
    open(response, token, agent) {
      requireRoom(ofAgent(agent.id).length);
      const stream = { page: openPageStream(response, options.also), token, agentId: agent.id };
      response.once('close', () => forget(stream));
      streams.add(stream);
      options.presence.opened(agent.id);
      heart.start();
      whole.ask();
      void broadcast();
      // The session may have been ended between the look at it and here, when this stream was not among those to end.
      void endIfOver(stream).catch(options.onFailure);
    },
    changed(conversationId) {
      if (streams.size === 0) return;
      changedIds.add(conversationId);
      void broadcast();
    },
    refresh(isAll = false) {
      if (isAll) whole.ask();
      void (streams.size > 0 && broadcast());
    },
    pass(event) {
      for (const stream of [...streams]) if (!stream.page.pass(event)) drop(stream);
    },
    end(token) {
      [...streams].filter((stream) => stream.token === token).forEach(endStream);
    },
    endOf(agentId) {
      ofAgent(agentId).forEach(endStream);
    },
    lookAt(agentId) {
      for (const stream of ofAgent(agentId)) void leftWithSession(stream).catch(options.onFailure);
    },
    stop: dropAll,
  };
}

/** When everything is to be read: where a page came, where what changed cannot be told by conversations, and at times. */
function createWholeReads() {
  let isDue = true;
  let beats = 0;
  return {
    ask() {
      isDue = true;
    },
    /** Counts a heartbeat; returns whether everything is due by them. */
    beat(): boolean {
      beats += 1;
      if (beats % CHECK_BEATS !== 0) return false;
      isDue = true;
      return true;
    },
    /** Whether it is due; then it is done. */
    take(): boolean {
      const wasDue = isDue;
      isDue = false;
      return wasDue;
    },
  };
}

/** Does something at intervals, from the first start to the next stop. */
function every(ms: number, act: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      timer ??= setInterval(act, ms);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

function requireRoom(open: number): void {
  if (open >= STREAMS_PER_AGENT) throw deskErrors.DESK_TOO_MANY_STREAMS({ limit: STREAMS_PER_AGENT });
}

/**
 * Runs `work`, and once more after it has ended where it was asked for meanwhile, however often.
 * @param pause begun with each run: the next one begins when it has ended as well
 */
function oneAtATime(work: () => Promise<void>, pause?: () => Promise<void>): () => Promise<void> {
  let isDue = false;
  let isRunning = false;
  return async () => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isDue) {
        isDue = false;
        await Promise.all([work(), pause?.()]);
      }
    } finally {
      isRunning = false;
    }
  };
}
