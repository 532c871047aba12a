import type { Activity } from '../../../bot/contracts/activities.js';
import type { SendFacts, SendFailure, SendOutcome, Transport } from '../../../bot/contracts/channels.js';
import type { Files } from '../../../bot/contracts/files.js';
import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import { createGraphClient, type GraphAccess } from '../graph/graph-client.js';
import type { GraphReply } from '../graph/graph-reply.js';
import { recipientOf } from '../reading/plugin-customer.js';
import { fileForm, fileOf } from './file-form.js';
import { lookUpName } from './look-up-name.js';
import { type Declaration, declarationAt, replyUntil } from './messaging-window.js';
import { createPersonas } from './personas.js';
import { ECHO_WAIT_MS, sendFailure } from './send-errors.js';
import { shapeOf } from './shape-of.js';
import { byPersona, createSenderSigns } from './signs.js';
import { toGraphMessage } from './to-graph-message.js';
import { createUsageLimits } from './usage-limits.js';

/** Its bytes travel with the call. */
const FILE_TIMEOUT_MS = 60_000;

/** Messenger as messages go out to it; `MessengerOptions` has all of this. */
export interface SendingOptions extends GraphAccess {
  readonly pageId: string | null;
  readonly canAgentsReplyLate: boolean;
  /** https address of the picture of agents; null where none was set. */
  readonly personaPicture: string | null;
}

export interface MessengerTransport extends Transport {
  readonly door: 'messenger';
  replyUntil(speaker: 'bot' | 'agent', customerWroteAt: string | null): string | null;
  /** What the customer with this page-scoped id is called; null where Meta does not tell. Never rejects. */
  lookUpName(psid: string): Promise<string | null>;
}

/**
 * Sends to Messenger by the Send API, one call an activity; tries nothing twice, since the API has no idempotency key.
 *
 * Every message carries its activity's id as `metadata`. Meta repeats it in the echo, by which the webhook tells what
 * became of a call whose answer got lost.
 * @param parts.defaultPicture https address of the picture of agents where the options have none; null makes no personas
 * @param parts.fetch what to call with, the global one where not given
 */
export function createMessengerTransport(parts: {
  readonly options: SendingOptions;
  /** The files that agents send. */
  readonly files: Pick<Files, 'find'>;
  readonly log: Log;
  readonly clock: Clock;
  readonly defaultPicture?: string | null;
  readonly fetch?: typeof globalThis.fetch;
}): MessengerTransport {
  const { options, log, clock } = parts;
  const { canAgentsReplyLate } = options;
  const pageId = options.pageId ?? 'me';
  const path = `${pageId}/messages`;
  const picture = options.personaPicture ?? parts.defaultPicture ?? null;
  const limits = createUsageLimits(clock);
  const call = createGraphClient(options, parts.fetch);
  const graph: typeof call = async (request) => {
    const reply = await call(request);
    if (reply.kind === 'answered' || reply.kind === 'refused') limits.observe(reply.usage);
    return reply;
  };
  const personas = createPersonas({ graph, pageId, picture, clock, log });
  const { showTyping, showRead } = createSenderSigns({ graph, path, limits, personas, declarationOf, log });

  return {
    door: 'messenger',
    lateArrivalMs: ECHO_WAIT_MS,
    takesFiles: (channelId) => channelId === 'facebook',
    async send(activity, facts) {
      if (activity.type === 'message') return sendMessage(activity, facts);
      if (activity.type === 'typing') await showTyping(activity, facts);
      // Messenger has no events: who has the conversation is told in words.
      return { kind: 'sent', id: activity.id ?? '' };
    },
    replyUntil: (speaker, customerWroteAt) => replyUntil({ speaker, customerWroteAt, canAgentsReplyLate }),
    showRead,
    forgetAgent: (agentName) => personas.forget(agentName),
    lookUpName: async (psid) => (limits.isTight() ? null : lookUpName(graph, psid)),
  };

  async function sendMessage(activity: Activity, facts: SendFacts): Promise<SendOutcome> {
    const psid = activity.recipient?.id;
    const message = toGraphMessage(activity);
    const hasFile = fileOf(activity) !== null;
    if (psid === undefined || (message === null && !hasFile))
      return refused('not-accepted', 'There is nobody, or nothing, to send');
    const declaration = declarationOf(facts);
    if (declaration === null) return refused('window-closed', 'The customer wrote too long ago');
    const wait = limits.take(psid);
    if (wait) return { kind: 'later', alert: null, ...wait };
    const agentName = facts.speaker.kind === 'agent' ? facts.speaker.name : null;
    const personaId = agentName === null ? null : await personaOf(agentName);
    const fields = { recipient: recipientOf(psid), ...declaration, ...byPersona(personaId) };
    const form = hasFile ? await fileForm(parts.files, activity, fields) : null;
    if (hasFile && form === null) return refused('not-accepted', 'The file is gone');
    const body = { ...fields, message };
    const content = form ? { form, timeoutMs: FILE_TIMEOUT_MS } : { body };
    const reply = await graph({ method: 'POST', path, ...content });
    if (reply.kind === 'answered') return outcomeOf(reply);
    const failure = sendFailure(reply, { isTagged: declaration.messaging_type === 'MESSAGE_TAG' });
    const isInvalid = reply.kind === 'refused' && reply.error.code === 100 && failure.kind === 'refused';
    if (isInvalid && failure.problem !== 'unreachable' && agentName !== null && personaId !== null) {
      // A persona that was deleted at Meta makes every message with it invalid: it goes out again without.
      personas.drop(agentName);
      return { kind: 'later', reason: failure.reason, waitMs: null, scope: 'message', alert: null };
    }
    if (failure.kind === 'refused' && failure.problem === 'not-accepted') {
      log.error('Meta refused the form of a message.', { reason: failure.reason, shape: shapeOf(body) });
    }
    // An alert is the outbox's to watch; here only the pace is.
    const isSlowDown = failure.kind === 'later' && failure.scope === 'door' && failure.alert === null;
    if (isSlowDown) limits.hold(failure.waitMs ?? 0);
    return failure;
  }

  function personaOf(agentName: string): string | null | Promise<string | null> {
    return limits.isTight() ? personas.knownId(agentName) : personas.idOf(agentName);
  }

  function declarationOf({ speaker, customerWroteAt }: SendFacts): Declaration | null {
    return declarationAt(clock.now(), { speaker: speaker.kind, customerWroteAt, canAgentsReplyLate });
  }
}

function outcomeOf({ body }: Extract<GraphReply, { kind: 'answered' }>): SendOutcome {
  const id = body.message_id;
  if (typeof id === 'string' && id !== '') return { kind: 'sent', id };
  return { kind: 'unknown', reason: 'The Graph API answered without a message id', waitMs: ECHO_WAIT_MS };
}

function refused(problem: 'not-accepted' | 'window-closed', reason: string): SendFailure {
  return { kind: 'refused', problem, reason };
}
