import type { Activity } from '../../bot/contracts/activities.js';
import type { SendFacts, SendOutcome, Transport } from '../../bot/contracts/channels.js';
import { type Clock, delay } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { AzureConnector, ConnectorReply } from './connector/contracts.js';
import { type FileSending, withFiles } from './connector/with-files.js';
import { isLoopbackUrl } from './loopback.js';
import { DOOR, failureOf, outOfPace, sendOrSmaller } from './send-outcome.js';
import { createThreadPace } from './thread-pace.js';
import { withLateReplyTag } from './with-late-reply-tag.js';

export interface AzureTransportParts {
  readonly connector: Pick<AzureConnector, 'send' | 'update'>;
  /** Whether only this machine is written to, as nothing vouches for any other address. */
  readonly isLocalOnly: boolean;
  readonly log: Log;
  readonly clock: Clock;
  readonly sending: FileSending;
}

/** Channels whose clients take events and other activities that are no messages; elsewhere they answer 400. */
const EVENT_CHANNELS = ['directline', 'webchat', 'emulator'];

/** Channels whose customers see no typing: there it would be a letter without words, or a call that fails. */
const CHANNELS_WITHOUT_TYPING = ['email', 'sms'];

/** Longest that a message waits here for its turn; a longer wait is the outbox's. */
const SHORT_WAIT_MS = 300;

/** A conversation in which the customer wrote so lately is there, whatever the service says for a moment. */
const ALIVE_MS = 600_000;

/** The way out by Azure Bot Service: every channel of Azure, each message to the `serviceUrl` of its conversation. */
export function createAzureTransport(parts: AzureTransportParts): Transport {
  const { connector, isLocalOnly, log, clock, sending } = parts;
  const pace = createThreadPace(clock);

  async function paced(activity: Activity): Promise<number> {
    if (activity.channelId !== 'msteams') return 0;
    const threadId = activity.conversation?.id ?? '';
    const waitMs = pace.take(threadId);
    if (waitMs === 0 || waitMs > SHORT_WAIT_MS) return waitMs;
    await delay(waitMs);
    return pace.take(threadId);
  }

  async function sendBy(
    call: (activity: Activity) => Promise<ConnectorReply>,
    activity: Activity,
    { customerWroteAt }: Pick<SendFacts, 'customerWroteAt'>,
  ): Promise<SendOutcome> {
    if (!isShown(activity)) return { kind: 'sent', id: activity.id ?? '' };
    if (!isReachable(activity.serviceUrl, isLocalOnly)) {
      const reason = 'the conversation has no serviceUrl that may be called';
      return { kind: 'refused', reason, problem: 'unreachable' };
    }
    const waitMs = await paced(activity);
    if (waitMs > 0) return outOfPace(waitMs);
    const ready = await withFiles(sending, activity);
    if (ready === null) return { kind: 'refused', reason: 'the file is gone', problem: 'not-accepted' };
    const reply = await sendOrSmaller(ready, call);
    if (reply.kind === 'taken') return { kind: 'sent', id: reply.id ?? '' };
    const wroteAgoMs = clock.now().getTime() - Date.parse(customerWroteAt ?? '');
    const failure = failureOf(reply, wroteAgoMs <= ALIVE_MS);
    if (failure.kind === 'refused' && failure.problem === 'not-accepted')
      tellRefused(activity, failure.reason);
    return failure;
  }

  /** What a channel does not take is a mistake of this program: its form is told, its words are not. */
  function tellRefused(activity: Activity, reason: string): void {
    log.error('A channel of Azure did not accept a message.', {
      reason,
      channelId: activity.channelId,
      messageId: activity.id,
      fields: Object.keys(activity),
      bytes: Buffer.byteLength(JSON.stringify(activity)),
    });
  }

  return {
    door: DOOR,
    lateArrivalMs: null,
    // Without an address of ours that others reach, only some files could be sent: agents are told so before.
    takesFiles: () => sending.publicUrl !== null,
    send: (activity, facts) =>
      sendBy((sent) => connector.send(withLateReplyTag(sent, facts, clock.now())), activity, facts),
    update: (activity, facts) =>
      // An id that the channel never told cannot be named: it is said anew.
      sendBy((sent) => (sent.id ? connector.update(sent) : connector.send(sent)), activity, facts),
  };
}

function isShown({ type, channelId = '' }: Activity): boolean {
  if (type === 'typing') return !CHANNELS_WITHOUT_TYPING.includes(channelId);
  return type === 'message' || EVENT_CHANNELS.includes(channelId);
}

/** Whether an address may be called: outside of this machine, tokens and words travel by https alone. */
export function isReachable(serviceUrl: string | undefined, isLocalOnly: boolean): boolean {
  if (serviceUrl === undefined) return false;
  if (isLoopbackUrl(serviceUrl)) return true;
  return !isLocalOnly && URL.canParse(serviceUrl) && new URL(serviceUrl).protocol === 'https:';
}
