import type { DeskProfiles } from '../../bot/contracts/accounts/desk-profiles.js';
import type { DeskSecurity } from '../../bot/contracts/accounts/desk-security.js';
import type { DeskSignOn } from '../../bot/contracts/accounts/desk-sign-on.js';
import type { DeskAssignment } from '../../bot/contracts/assignment.js';
import type { Desk } from '../../bot/contracts/desk.js';
import type { DeskAccounts } from '../../bot/contracts/desk-accounts.js';
import type { DeskTools } from '../../bot/contracts/desk-tools.js';
import type { DeskIdentities } from '../../bot/contracts/elsewhere/desk-elsewhere.js';
import type { Files } from '../../bot/contracts/files.js';
import { type Clock, delay } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { ChannelsAtDesk } from '../channels-at-desk.js';
import type { Door } from '../server/door.js';
import { type RequestHandler, Router, readJsonBody } from '../server/http.js';
import { limitPerMinute } from '../server/rate-limit.js';
import type { ChannelSettings } from '../settings.js';
import { accountRoutes } from './account-routes.js';
import { assignmentRoutes } from './assignment-routes.js';
import type { DeskSnapshot } from './contracts.js';
import { conversationRoutes } from './conversation-routes.js';
import { deskStatuses } from './errors.js';
import { createTellConversation, DESK_UPLOAD_PATH, fileRoutes } from './file-routes.js';
import { createGuard } from './guard.js';
import { linkRoutes } from './link-routes.js';
import { createChangeStream } from './live/change-stream.js';
import { createDeskSigns } from './live/desk-signs.js';
import { createPresence } from './live/presence.js';
import { signRoutes } from './live/sign-routes.js';
import { watchPages } from './live/watch-pages.js';
import { pageRoutes } from './page-routes.js';
import { profileRoutes } from './security/profile-routes.js';
import { securityRoutes } from './security/security-routes.js';
import { signOnRoutes } from './security/sign-on-routes.js';
import type { DeskSettings } from './settings.js';
import { teamRoutes } from './team-routes.js';
import { tellRefusal } from './tell-refusal.js';
import { toolRoutes } from './tools/tool-routes.js';

interface DeskOptions {
  readonly desk: Desk;
  readonly assignment: DeskAssignment;
  readonly accounts: DeskAccounts;
  /** Second factors, sessions and the audit of those accounts. */
  readonly security: DeskSecurity;
  /** What agents change about their own account. */
  readonly profiles: DeskProfiles;
  /** Signing in through a provider. */
  readonly signOn: DeskSignOn;
  readonly tools: DeskTools;
  /** The files of conversations. */
  readonly files: Files;
  /** Who is who in channels; absent where agents work at the page alone. */
  readonly identities?: DeskIdentities | undefined;
  /** What agents read of the channels. */
  readonly channels: ChannelsAtDesk;
  readonly settings: Pick<ChannelSettings, 'PUBLIC_URL' | 'TRUST_PROXY'> & DeskSettings;
  readonly log: Log;
  readonly clock: Clock;
  /** Folder of the built pages, with desk.html in it. */
  readonly pagesDirectory: string;
  /** How often open pages hear that the server is there; 10 s where not given, below the idle limit of proxies. */
  readonly heartbeatMs?: number;
  /** Changes are told at most once in so many milliseconds; 100 where not given. */
  readonly gatherMs?: number;
}

/** Longest body, in characters: the longest reply and room for its JSON escapes. */
const BODY_LIMIT = 32_000;
/** Far below what a person notices, and a storm of changes costs ten reads a second. */
const GATHER_MS = 100;
/** A page answers every heartbeat; one that missed so many, for 30 s, is gone: nothing is offered to its agent. */
const SILENT_BEATS = 3;

/** Where agents work: the page under /desk, its API under /desk/api and live changes, as a door of the server. */
export function createDeskDoor(options: DeskOptions): Door {
  const { desk, assignment, accounts, security, signOn, files, identities, settings, log } = options;
  const { snapshot, signs, presence, changes } = createLive(options);
  const signOut = async (token: string, agentId: string) => {
    changes.end(token);
    await desk.signedOut(agentId);
  };
  const onHeard = (agentId: string) => presence.heard(agentId);
  const guard = createGuard(accounts, security, settings, onHeard);
  // What takes a password, a code or a token may not be guessed at; all kinds count together.
  const limitGuessing = limitPerMinute(settings.DESK_SIGN_INS_PER_MINUTE);
  let stopListening: (() => void)[] = [];

  const api = Router();
  api.use(keepToThePage);
  api.use(guard.refuseForeignPages, readJsonBody(BODY_LIMIT));
  const { channels } = options;
  const gate = { accounts, security, signOn, assignment, channels, settings, guard, log, limitGuessing };
  api.use(accountRoutes({ ...gate, onSignOut: signOut, onHeard }));
  const signOnDoor = signOnRoutes({ signOn, guard, settings, log, limitGuessing });
  api.use(signOnDoor.api);
  api.use(teamRoutes({ accounts, security, settings, guard, log }));
  api.use(securityRoutes({ security, guard, limitGuessing }));
  api.use(profileRoutes(options.profiles, guard, () => changes.refresh(true)));
  api.use(assignmentRoutes(assignment, guard));
  const tell = createTellConversation(desk, files);
  api.use(fileRoutes({ desk, guard, files }));
  api.use(conversationRoutes({ desk, guard, tell, snapshot, changes, security }));
  api.use(linkRoutes(identities ?? null, guard));
  const { typing, reads, lead } = options.tools;
  api.use(signRoutes({ signs, typing, reads, lead, guard, log }));
  api.use(toolRoutes({ tools: options.tools, tell, accounts, guard, security }));
  api.use(tellRefusal);

  const router = Router();
  router.use('/desk/api', api);
  router.use(signOnDoor.pages, pageRoutes(options.pagesDirectory));

  return {
    name: 'desk',
    router,
    errorStatuses: deskStatuses,
    filePaths: [DESK_UPLOAD_PATH],
    async start() {
      if (stopListening.length > 0) return;
      stopListening = [
        desk.onChange((conversationId) => changes.changed(conversationId)),
        assignment.onChange(() => changes.refresh()),
        options.tools.typing.onCustomerTyping((conversationId) => signs.customerTypes(conversationId)),
        options.tools.labels.onChange(() => changes.refresh(true)),
        accounts.onSessionsEnded((agentId) => changes.endOf(agentId)),
        security.onSomeSessionsEnded((agentId) => changes.lookAt(agentId)),
      ];
    },
    // A stream is a request that ends only when we end it; the pages connect again by themselves after a restart.
    async idle() {
      presence.stop();
      changes.stop();
    },
    async stop() {
      for (const stop of stopListening) stop();
      stopListening = [];
      presence.stop();
      changes.stop();
      await presence.told();
    },
  };
}

/** What open pages are told as it happens, and what they tell of who is there. */
function createLive(options: DeskOptions) {
  const { desk, assignment, accounts, log, clock } = options;
  const live = desk.follow();
  const pictureOf = async (entries: Promise<DeskSnapshot['entries']>): Promise<DeskSnapshot> => ({
    entries: await entries,
    notices: desk.notices(),
    pause: desk.pause(),
    standings: await assignment.standings(),
    now: clock.now().toISOString(),
  });
  const snapshot = () => pictureOf(desk.entries());
  const heartbeatMs = options.heartbeatMs ?? 10_000;
  const signs = createDeskSigns({
    clock,
    silentMs: SILENT_BEATS * heartbeatMs,
    tell: (event) => changes.pass(event),
  });
  const presence = createPresence({
    desk,
    clock,
    silentMs: SILENT_BEATS * heartbeatMs,
    onTold: () => changes.refresh(),
    onFailure: (error) => log.error('It was not kept who is at the desk.', { error }),
  });
  const changes = createChangeStream({
    snapshot: (isAnew) => pictureOf(live.read(isAnew)),
    state: () => ({ notices: desk.notices(), pause: desk.pause() }),
    agentOf: (token) => accounts.agentOf(token),
    heartbeatMs,
    pause: () => delay(options.gatherMs ?? GATHER_MS),
    also: () => signs.everything(),
    presence: watchPages(presence, signs),
    onSessionEnded: (agentId) => {
      void desk
        .signedOut(agentId)
        .catch((error: unknown) =>
          log.error('Conversations of an agent who is gone were not given back.', { agentId, error }),
        );
    },
    onFailure: (error) => log.error('Open desk pages could not be told of a change.', { error }),
  });
  return { snapshot, signs, presence, changes };
}

/** Nothing that the API answers is kept anywhere, or read by another site. */
const keepToThePage: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  next();
};
