import { join } from 'node:path';
import { createAccounts } from './accounts/accounts.js';
import { createPasswords } from './accounts/passwords.js';
import { sealKeptSecrets } from './accounts/second-factor/seal-kept-secrets.js';
import { createSecretBox, SECOND_FACTOR_KEY_FILE } from './accounts/second-factor/secret-box.js';
import { readSignOnOptions } from './accounts/single-sign-on/sign-on-options.js';
import { createDeskAssignment } from './assignment/desk-assignment.js';
import type { Bot, BotOptions } from './bot.js';
import { createBotEntry } from './bot-framework.js';
import { createBotLife } from './bot-life.js';
import { createBotParts } from './bot-parts.js';
import { createCorrections } from './corrections/corrections.js';
import { createDeskElsewhere } from './desk/create-desk-elsewhere.js';
import { createDeskTools } from './desk/create-desk-tools.js';
import { createDesk } from './desk/desk.js';
import { tellOfWindows } from './desk/tell-of-windows.js';
import { returnConversationsOf } from './handoff/return-to-queue.js';
import { readFigures } from './operations/read-figures.js';
import { createEventTaking } from './reception/take-event.js';
import { createReactionTaking } from './reception/take-reaction.js';
import { createWebchatStore } from './store/webchat-store.js';
import { SupportBot } from './support-bot.js';

/**
 * Puts the bot together on an open store.
 * @throws CLASSIFIERS_UNREADABLE, SAFETY_TEXTS_UNREADABLE, SAFETY_TEXTS_INVALID, COMPANY_FACTS_UNREADABLE,
 *   SIGN_ON_INCOMPLETE, SECOND_FACTOR_KEY_UNUSABLE, COMPANY_FACTS_INVALID, OPENING_HOURS_UNREADABLE, OPENING_HOURS_INVALID,
 *   DESK_TEAMS_UNREADABLE, DESK_TEAMS_INVALID, SEARCH_FILTERS_UNREADABLE, SEARCH_FILTERS_INVALID
 */
export async function createBot(options: BotOptions): Promise<Bot> {
  const parts = createBotParts(options);
  const { store, clock, log, settings, expireMs, reception, passwordThread } = parts;
  tellOfWindows(parts);
  const corrections = createCorrections({
    ...parts,
    acceptNew: (incoming) => reception.accept(incoming),
    handle: (conversationId) => reception.handle(conversationId),
  });
  const keyPath = options.runtimeDirectory && join(options.runtimeDirectory, SECOND_FACTOR_KEY_FILE);
  const secrets = createSecretBox(settings.DESK_SECRETS_KEY, keyPath ?? null);
  await sealKeptSecrets(store, secrets, log.child('accounts'));
  const entry = createBotEntry(
    new SupportBot(reception, corrections, parts.customerTyping),
    async (activity, transport, error) => {
      log.error('An activity could not be handled.', { conversationId: activity.conversation?.id, error });
      await parts.apologiseUnwritten(activity, transport);
    },
  );
  const deskTools = createDeskTools(parts);
  const onGone = async (agentId: string) => {
    await returnConversationsOf(parts, agentId);
    await deskTools.lead.gone(agentId);
  };
  return {
    ...createBotLife(parts),
    figures: () => readFigures(parts),
    receive: entry.receive,
    accept: entry.accept,
    takeEvent: createEventTaking({
      store,
      clock,
      log,
      doors: parts.doors,
      outbox: parts.outbox,
      background: parts.background,
      changes: parts.changes,
      windows: parts.windows,
      takeReaction: createReactionTaking({
        store,
        clock,
        background: parts.background,
        recorder: parts.verdicts,
        verdicts: parts.conversationStore.verdicts,
      }),
      rules: { expireMs, silentMs: settings.ELSEWHERE_SILENCE_HOURS * 3_600_000 },
    }),
    desk: createDesk({ ...parts, onGone }),
    assignment: createDeskAssignment(parts),
    deskTools,
    deskElsewhere: createDeskElsewhere(parts),
    accounts: createAccounts({
      store,
      clock,
      log: log.child('accounts'),
      sessionHours: settings.DESK_SESSION_HOURS,
      secrets,
      secondFactorDemand: settings.DESK_SECOND_FACTOR,
      issuer: `${settings.COMPANY_NAME} desk`,
      signOnOptions: readSignOnOptions(settings),
      hasPasswords: settings.DESK_PASSWORDS,
      companyNames: [settings.COMPANY_NAME, settings.BOT_NAME],
      passwords: createPasswords(passwordThread.derive, options.passwordCost),
      onGone,
      onRenamed: (conversationId) => parts.changes.announce(conversationId),
    }),
    webchatStore: createWebchatStore(store, clock),
    files: parts.files,
    mail: parts.customerMail,
  };
}
