import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { isCoded, messageOf } from '../../index/platform/errors.js';
import type { Log } from '../../index/platform/log.js';
import { channelErrors, channelStatuses } from '../errors.js';
import type { ChannelSettings } from '../settings.js';
import {
  CONNECTION_TIMES,
  type ConnectionTimes,
  guardConnections,
  KEEP_ALIVE_BEHIND_PROXY_MS,
} from './connections.js';
import type { Door } from './door.js';
import { toErrorResponse } from './error-response.js';
import { createRequestGuard, type RequestGuard } from './front/guard-requests.js';
import { createApp, type ErrorRequestHandler, type Express, type RequestHandler } from './http.js';
import {
  countAnswers,
  markDoor,
  operationsRoutes,
  type ServerOperations,
  traceDoors,
} from './operations/operations-routes.js';
import { packJson } from './pack-json.js';
import { checkHost } from './public-address.js';
import { logRequests, requestIdOf } from './request-log.js';
import { requestTime } from './request-time.js';
import { securityHeaders } from './security-headers.js';
import { servePages } from './serve-pages.js';
import { createSockets } from './sockets.js';

export interface ServerOptions {
  readonly settings: ChannelSettings;
  readonly log: Log;
  readonly doors: readonly Door[];
  /** Why questions cannot be answered now, in a sentence; null when they can. */
  readonly notReadyBecause: () => string | null;
  /** What operators read beside it; nothing where not given. */
  readonly operations?: ServerOperations;
  /** Folder of the built pages; null for a server without. */
  readonly pagesDirectory: string | null;
  /** How long a stop waits for work under way; 10 s where not given. */
  readonly patienceMs?: number;
  /** How often sockets are pinged; 20 s where not given, below the idle limit of common proxies. */
  readonly heartbeatMs?: number;
  /** How long connections may do nothing; see `ConnectionTimes` for the usual ones. */
  readonly times?: Partial<ConnectionTimes>;
  /** Milliseconds of a clock that only goes forward, by which requests of an address are counted; the system's where not given. */
  readonly now?: () => number;
}

interface RunningServer {
  /** The port it listens on, also when 0 (any free one) was asked for. */
  readonly port: number;
  /** Takes no more requests, waits for those under way and what they started, closes sockets (1001); idempotent. */
  stop(): Promise<void>;
}

interface Server {
  /**
   * Takes the port, then starts the doors; 0 for any free port. A start that fails on its port has touched nothing.
   * @param beforeServing what must be done before the first request is let in; requests that come meanwhile wait
   * @throws PORT_UNUSABLE, and what `beforeServing` throws
   */
  listen(port: number, beforeServing?: () => Promise<void>): Promise<RunningServer>;
}

/** The web server: health, the doors, the built pages, one form for every error, a stop that loses nothing. */
export function createServer(options: ServerOptions): Server {
  const { doors, log, patienceMs = 10_000, heartbeatMs = 20_000 } = options;
  const statuses = Object.assign({}, channelStatuses, ...doors.map((door) => door.errorStatuses ?? {}));
  const times: ConnectionTimes = {
    ...CONNECTION_TIMES,
    ...(options.settings.TRUST_PROXY > 0 ? { keepAliveMs: KEEP_ALIVE_BEHIND_PROXY_MS } : {}),
    ...options.times,
  };
  let isStopping = false;
  let letIn = () => {};
  let isServing: Promise<void> | null = new Promise((resolve) => {
    letIn = resolve;
  });

  const sockets = createSockets({
    settings: options.settings,
    routes: doors.flatMap((door) => door.sockets ?? []),
    respondTo: (error) => {
      if (!isCoded(error)) log.error('A socket could not be opened.', { error });
      return toErrorResponse(error, '', statuses);
    },
    log,
    heartbeatMs,
  });

  const guard = openGuard(options, times.refusalMs);
  const app = createApp();
  app.set('trust proxy', options.settings.TRUST_PROXY);
  if (options.operations) app.use(countAnswers(options.operations.answered));
  app.use(logRequests(log), refuseStrangeHosts(options.settings), securityHeaders(options.settings));
  const reason = () => options.notReadyBecause() ?? lifeReason();
  app.use(operationsRoutes(reason, options.operations ?? null, options.settings.OPERATIONS_TOKEN));
  app.use(
    waitFor(() => isServing),
    refuseWhile(() => isStopping),
  );
  app.use(packJson());
  app.use(
    requestTime(
      times.requestMs,
      doors.flatMap((door) => door.filePaths ?? []),
    ),
  );
  addDoors(app, doors, options.pagesDirectory);
  app.use(answerErrors(log, statuses));

  function lifeReason(): string | null {
    if (isStopping) return 'the server is stopping';
    return isServing === null ? null : 'the server is starting';
  }

  async function stop(http: HttpServer): Promise<void> {
    isStopping = true;
    log.info('The server stops and takes no new requests.');
    const closed = new Promise<void>((resolve) => http.close(() => resolve()));
    http.closeIdleConnections();
    // Sockets stay open until the turns under way have ended, so that their answers still arrive.
    await within(patienceMs, Promise.all(doors.map((door) => door.idle?.())));
    await sockets.stop();
    await within(patienceMs, closed);
    http.closeAllConnections();
    await stopParts();
    log.info('The server has stopped.');
  }

  async function stopParts(): Promise<void> {
    await Promise.all([sockets.stop(), ...doors.map((door) => door.stop?.())]);
  }

  return {
    async listen(port, beforeServing = async () => {}) {
      const http = createHttpServer({ connectionsCheckingInterval: times.checkMs }, (request, response) => {
        guard.admit(request, response, () => app(request, response));
      });
      guardConnections(http, options.settings, times, log, guard.admitConnection);
      sockets.attach(http, guard.admitUpgrade);
      let listeningPort = port;
      try {
        listeningPort = await listenOn(http, port, log);
        await Promise.all(doors.map((door) => door.start?.()));
        await beforeServing();
      } catch (error) {
        http.close();
        http.closeAllConnections();
        await stopParts();
        throw error;
      }
      isServing = null;
      letIn();
      log.info('The server listens.', { port: listeningPort });
      return { port: listeningPort, stop: once(() => stop(http)) };
    },
  };
}

function openGuard(options: ServerOptions, holdMs: number): RequestGuard {
  const { settings, log, operations, now = () => performance.now() } = options;
  return createRequestGuard({
    settings,
    log,
    holdMs,
    onRefused: (code) => operations?.answered({ door: 'front', status: 429, code, seconds: 0 }),
    now,
  });
}

/** Before anything that would write the host into a header. */
function refuseStrangeHosts(settings: ChannelSettings): RequestHandler {
  return (request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    checkHost(request, settings);
    next();
  };
}

/** The doors, then the pages, then what is at no address. */
function addDoors(app: Express, doors: readonly Door[], pagesDirectory: string | null): void {
  app.use(traceDoors());
  for (const door of doors) app.use(markDoor(door.name ?? 'unnamed'), door.router);
  app.use(markDoor('none'));
  if (pagesDirectory) app.use(servePages(pagesDirectory));
  app.use((_request, _response, next) => next(channelErrors.NOT_FOUND({})));
}

/** Lets requests wait for a start that is under way; null where it is done. */
function waitFor(start: () => Promise<void> | null): RequestHandler {
  return (_request, _response, next) => {
    const isServing = start();
    if (isServing === null) next();
    else void isServing.then(() => next());
  };
}

function refuseWhile(isStopping: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (!isStopping()) return next();
    response.setHeader('Connection', 'close');
    next(channelErrors.SERVICE_STOPPING({}));
  };
}

function answerErrors(log: Log, statuses: Readonly<Record<string, number>>): ErrorRequestHandler {
  // Express tells an error responder by its four parameters.
  return (error, _request, response, _next) => {
    const requestId = requestIdOf(response);
    const { status, body, retryAfterSeconds } = toErrorResponse(error, requestId, statuses);
    response.locals.errorCode = body.error.code;
    if (status >= 500 && !isCoded(error, 'SERVICE_STOPPING'))
      log.error('A request failed.', { requestId, error });
    else log.debug('A request was refused.', { requestId, status, code: body.error.code });
    if (response.headersSent) return void response.destroy();
    // A door that knows a better time has set it.
    if (retryAfterSeconds !== undefined && !response.hasHeader('Retry-After')) {
      response.setHeader('Retry-After', retryAfterSeconds);
    }
    response.status(status).json(body);
  };
}

function listenOn(http: HttpServer, port: number, log: Log): Promise<number> {
  return new Promise((resolve, reject) => {
    // It stays: a server that listens may fail to take a connection (too many open files, say), and goes on.
    http.on('error', (error) => {
      if (http.listening) log.error('A connection could not be taken.', { error });
      else reject(channelErrors.PORT_UNUSABLE({ port, reason: messageOf(error) }, error));
    });
    http.listen(port, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** The same work, begun by the first call; every call waits for it. */
function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => {
    begun ??= work();
    return begun;
  };
}

/** Waits for `work`, at most `ms` milliseconds. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.then(() => {}), patience]);
  clearTimeout(timer);
}
