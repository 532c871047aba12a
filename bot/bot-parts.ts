import { join } from 'node:path';
import { openHearing } from '../index/classifiers/open-hearing.js';
import { createLanes } from '../index/platform/lanes.js';
import { createPasswordThread } from './accounts/password-thread.js';
import { createGoneNames } from './accounts/profile/gone-names.js';
import { createAddressBound } from './assignment/address-bound.js';
import { assignmentRulesOf } from './assignment/assignment-rules.js';
import { createOfferTimers } from './assignment/offer-timers.js';
import { createOffering } from './assignment/offering.js';
import type { BotOptions } from './bot.js';
import { createFactFinder } from './company/fact-finder.js';
import { openKeptVectors } from './company/kept-vectors.js';
import { readCompanyFiles } from './company/read-company-files.js';
import { createBackground } from './conversations/background.js';
import { createConversationChanges } from './conversations/conversation-changes.js';
import { createTimers } from './conversations/timers.js';
import { createCustomerTyping } from './desk/typing/customer-typing.js';
import { createFiles } from './files/files.js';
import { createAgentPresence } from './handoff/agent-presence.js';
import { createClosingTimers } from './handoff/closing/ask-solved.js';
import { createHandoffTimers } from './handoff/handoff-timers.js';
import { createLimboWatchdog } from './handoff/limbo-watchdog.js';
import { createPromises } from './handoff/promises.js';
import { createMoveTimers } from './handoff/wake-up.js';
import { createMail } from './mail/create-mail.js';
import { UNWATCHED } from './operations/unwatched.js';
import { createDoors } from './outbox/doors.js';
import { createOutbox } from './outbox/outbox.js';
import { createReception } from './reception/reception.js';
import { createUnwrittenApology } from './reception/unwritten-apology.js';
import { createVerdictRecorder } from './verdicts/verdict-recorder.js';

/** What a bot is made of, each made once. */
export type BotParts = ReturnType<typeof createBotParts>;

/**
 * Makes the parts of a bot and hands each what it needs; nothing runs yet.
 * @throws CLASSIFIERS_UNREADABLE, SAFETY_TEXTS_UNREADABLE, SAFETY_TEXTS_INVALID, COMPANY_FACTS_UNREADABLE,
 *   COMPANY_FACTS_INVALID, OPENING_HOURS_UNREADABLE, OPENING_HOURS_INVALID, DESK_TEAMS_UNREADABLE, DESK_TEAMS_INVALID,
 *   SEARCH_FILTERS_UNREADABLE, SEARCH_FILTERS_INVALID, MAIL_SETTINGS_INCOMPLETE
 */
export function createBotParts(options: BotOptions) {
  const {
    settings,
    clock,
    knowledgeBase,
    hear = openHearing(),
    pause = () => null,
    ingestNotices = () => [],
    watch = UNWATCHED,
  } = options;
  const { passwordThread = createPasswordThread() } = options;
  const log = options.log.child('bot');
  const store = options.store.tables;
  const botName = settings.BOT_NAME;
  const expireMs = settings.HANDOFF_EXPIRE_MINUTES * 60_000;
  const awayMs = settings.DESK_AWAY_MINUTES * 60_000;
  const giveUpHours = settings.OUTBOX_GIVE_UP_HOURS;

  const company = readCompanyFiles(settings);
  const { safetyTexts, companyFacts, openingHours } = company;
  const factFinder = createFactFinder(companyFacts, {
    company: settings.COMPANY_NAME,
    vectorsOf: knowledgeBase.vectorsOf?.bind(knowledgeBase),
    kept: keptVectorsOf(options),
    onFailure: (error) => log.warn('Company facts are found by their exact words only.', { error }),
  });
  const doors = createDoors(clock);
  const changes = createConversationChanges((error) =>
    log.error('A listener of the desk failed.', { error }),
  );
  const background = createBackground(log);
  const files = createFiles({
    store,
    clock,
    directory: options.filesDirectory,
    limits: { conversationMb: settings.FILES_CONVERSATION_MB, totalMb: settings.FILES_TOTAL_MB },
  });
  const verdicts = createVerdictRecorder(options.store.verdicts, options.redact, { background, clock, log });
  const lanes = createLanes();
  const outbox = createOutbox({ store, clock, log, changes, doors, giveUpHours, watch });
  const promiseMs = settings.PROMISE_HOURS * 3_600_000;
  const promises = createPromises({ clock, openingHours, promiseMs });
  const presence = createAgentPresence({ store, changes, clock, awayMs, openingHours, promises });
  const rules = assignmentRulesOf(settings);
  const addressBound = createAddressBound(settings.HANDOFFS_PER_ADDRESS, clock);
  const offering = createOffering({ store, clock, background, changes, presence, rules });
  const forTimers = { outbox, background, changes, presence, promises, botName, expireMs, rules };
  const actions = {
    ...createHandoffTimers(forTimers),
    ...createOfferTimers(forTimers),
    ...createMoveTimers(forTimers),
    ...createClosingTimers({ ...forTimers, doors }),
  };
  const timers = createTimers({ store, clock, log, actions });
  const apologiseUnwritten = createUnwrittenApology({ doors, settings, safetyTexts, hear, clock, log });
  const shared = {
    store,
    clock,
    log,
    settings,
    hear,
    knowledgeBase,
    edits: options.edits ?? null,
    approved: options.approved ?? null,
    redactAnswer: options.redactAnswer ?? null,
    releases: options.releases ?? null,
    botName,
    expireMs,
    awayMs,
    pause,
    ingestNotices,
    ...company,
    factFinder,
    doors,
    changes,
    background,
    verdicts,
    lanes,
    outbox,
    presence,
    promises,
    rules,
    addressBound,
    offering,
    timers,
    files,
    ...createMail({ store, clock, log, settings, background, openingHours, files, doors }, options),
    apologiseUnwritten,
    passwordThread,
    watch,
    goneNames: createGoneNames({ store, clock, log: log.child('accounts'), doors }),
    customerTyping: createCustomerTyping({ store, clock, log }),
    conversationStore: options.store,
    runtimeDirectory: options.runtimeDirectory ?? null,
  };
  const reception = createReception(shared);
  const silentMs = settings.ELSEWHERE_SILENCE_HOURS * 3_600_000;
  return { ...shared, reception, watchdog: createLimboWatchdog({ ...shared, reception, silentMs }) };
}

/** Where the vectors of the company's facts are kept: a start that finds them does not run the model for all of them anew. */
function keptVectorsOf({ runtimeDirectory, knowledgeBase: { embedder }, log }: BotOptions) {
  if (runtimeDirectory === undefined || embedder === undefined) return undefined;
  return openKeptVectors(join(runtimeDirectory, 'company-facts.vectors'), {
    embedder,
    onFailure: (error) =>
      log.warn('What the model made of the company facts could not be kept for the next start.', { error }),
  });
}
