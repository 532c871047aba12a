import type { ChannelAccount } from '../../bot/contracts/activities.js';
import type { BotEntry, ChannelForm, Transport, WindowState } from '../../bot/contracts/channels.js';
import type { Files } from '../../bot/contracts/files.js';
import type { CustomerMail } from '../../bot/contracts/mail/customer-mail.js';
import type { WebchatStore } from '../../bot/contracts/webchat.js';
import { BoundedMap } from '../../index/platform/bounded-map.js';
import { type Clock, systemClock } from '../../index/platform/clock.js';
import { isCoded } from '../../index/platform/errors.js';
import type { Log } from '../../index/platform/log.js';
import type { Door } from '../server/door.js';
import { type ErrorRequestHandler, Router } from '../server/http.js';
import type { ChannelSettings } from '../settings.js';
import { createAddressKeys } from './direct-line/address-keys.js';
import { createAuthentication } from './direct-line/authenticate.js';
import { createDirectLineRouter } from './direct-line/direct-line-router.js';
import { createStreamRoute } from './direct-line/stream-route.js';
import { createTokenRouter } from './direct-line/token-router.js';
import { createBotLine } from './live/bot-line.js';
import { createHistory } from './live/history.js';
import { createLiveConversations } from './live/live-conversations.js';
import { createShowFiles, OUR_CHANNEL } from './live/show-files.js';
import { renderMessage } from './render-message.js';
import { createTokens } from './tokens.js';
import { createUploadQuota } from './uploads/upload-quota.js';
import { createTextsRouter } from './website-texts.js';

interface WebchatOptions {
  readonly settings: ChannelSettings;
  /** See `loadSigningKey`. */
  readonly signingKey: string;
  readonly store: WebchatStore;
  readonly bot: Pick<BotEntry, 'receive'> & Partial<Pick<BotEntry, 'takeEvent'>>;
  /** The bot as the receiver of activities, such as `{ id: 'bot', name: 'Zwaluw' }`. */
  readonly botAccount: ChannelAccount;
  readonly files: Files;
  /** What customers take with them from a conversation; nothing where left out. */
  readonly mail?: CustomerMail;
  readonly log: Log;
  readonly clock?: Clock;
  /** How long an open window may take for what it was sent; 30 s where not given. */
  readonly patienceMs?: number;
}

interface Webchat {
  /** For the server: routes, stream, start and stop. */
  readonly door: Door;
  readonly transport: Transport;
}

const UPLOAD_PATH = /^\/v3\/directline\/conversations\/[^/]+\/upload$/;

/** How messages look in our web chat, and through Azure's own web chat and Direct Line. */
export const WEBCHAT_FORMS: readonly ChannelForm[] = ['directline', 'webchat'].map((channelId) => ({
  channelId,
  render: renderMessage,
}));

/** The web chat: a Direct Line 3.0 server, the token door for browsers and the files that customers send. */
export function createWebchat(options: WebchatOptions): Webchat {
  const { settings, store, botAccount, files, clock = systemClock } = options;
  const log = options.log.child('webchat');
  const tokens = createTokens({
    signingKey: options.signingKey,
    tokenMinutes: settings.WEBCHAT_TOKEN_MINUTES,
    resumeDays: settings.WEBCHAT_RESUME_DAYS,
    identityKeys: [settings.WEBCHAT_IDENTITY_KEY, settings.WEBCHAT_IDENTITY_KEY_BEFORE].flatMap(
      (key) => key ?? [],
    ),
    clock,
  });
  const authentication = createAuthentication(tokens, settings.WEBCHAT_SECRET, store);
  const showFiles = createShowFiles(files);
  const tellWindow = createWindowTelling(options.bot, clock, log);
  const live = createLiveConversations({
    onWindow: tellWindow,
    store,
    clock,
    showFiles,
    patienceMs: options.patienceMs ?? 30_000,
    log,
  });
  const history = createHistory(store, settings.WEBCHAT_READS_PER_MINUTE, showFiles);
  const botLine = createBotLine(options.bot, live, log);
  const uploadQuota = createUploadQuota(settings, clock);

  const router = Router();
  router.use(
    createTokenRouter(tokens, store, settings),
    createTextsRouter(settings),
    createDirectLineRouter({
      settings,
      tokens,
      authentication,
      store,
      live,
      botLine,
      addressKeyOf: createAddressKeys(options.signingKey),
      botAccount,
      history,
      files,
      mail: options.mail,
      onAsked: (conversationId) => tellWindow(conversationId, 'asked'),
      tellBot: async (event) => options.bot.takeEvent?.(event),
      uploadQuota,
      clock,
    }),
  );

  router.use(tellRefusedOrigins(log));

  return {
    transport: botLine.transport,
    door: {
      name: 'webchat',
      router,
      sockets: [createStreamRoute(tokens, live, history, settings)],
      filePaths: [UPLOAD_PATH],
      errorStatuses: { WEBCHAT_CONVERSATION_FULL: 409 },
      idle: () => botLine.idle(),
    },
  };
}

/** Clients that ask do so every second or two. */
const ASKED_EVERY_MS = 10_000;
const MOST_ASKING = 10_000;

/** Makes what tells the bot whether customers have the chat open; those who ask again and again once in a while. */
function createWindowTelling(
  { takeEvent }: Partial<Pick<BotEntry, 'takeEvent'>>,
  clock: Clock,
  log: Log,
): (conversationId: string, state: WindowState) => void {
  const askedAt = new BoundedMap<string, number>(MOST_ASKING);
  return (conversationId, state) => {
    if (!takeEvent) return;
    const now = clock.now().getTime();
    if (state === 'asked') {
      if (now - (askedAt.get(conversationId) ?? Number.NEGATIVE_INFINITY) < ASKED_EVERY_MS) return;
      askedAt.delete(conversationId);
      askedAt.set(conversationId, now);
    }
    takeEvent({ kind: 'window', of: { channelId: OUR_CHANNEL, conversationId }, state }).catch(
      (error: unknown) => log.warn('The bot was not told of a window.', { conversationId, error }),
    );
  };
}

/** Websites that are told of: an operator who forgot one needs one line, and strangers may name as many as they like. */
const MOST_ORIGINS_TOLD = 50;

/** Logs which website was refused, once each; the error goes on to its answer. */
function tellRefusedOrigins(log: Log): ErrorRequestHandler {
  const told = new Set<string>();
  return (error, request, _response, next) => {
    const origin = String(request.headers.origin ?? '').slice(0, 200);
    if (isCoded(error, 'ORIGIN_NOT_ALLOWED') && !told.has(origin) && told.size < MOST_ORIGINS_TOLD) {
      told.add(origin);
      log.warn('A page of a website that WEBCHAT_ORIGINS does not list wanted to open the chat.', { origin });
    }
    next(error);
  };
}
