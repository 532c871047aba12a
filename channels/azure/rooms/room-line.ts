import type { Activity } from '../../../bot/contracts/activities.js';
import type { SendOutcome } from '../../../bot/contracts/channels.js';
import type { Clock } from '../../../index/platform/clock.js';
import type { DeskLine } from '../../channel-desk.js';
import { isReachable } from '../azure-transport.js';
import type { AzureConnector, ConnectorReply } from '../connector/contracts.js';
import { failureOf, outOfPace, sendOrSmaller } from '../send-outcome.js';
import { createThreadPace } from '../thread-pace.js';

/**
 * The way of a desk in a channel of Azure: new threads ("Create conversation" with the channel's own `channelData`), messages
 * in them, and who belongs to a team ("Get conversation member"). Kept to the pace that Teams allows in one thread.
 */
export function createRoomLine(parts: {
  readonly connector: Pick<AzureConnector, 'send' | 'update' | 'call'>;
  readonly isLocalOnly: boolean;
  readonly clock: Clock;
}): DeskLine {
  const { connector, isLocalOnly, clock } = parts;
  const pace = createThreadPace(clock);

  async function by(
    activity: Activity,
    call: (activity: Activity) => Promise<ConnectorReply>,
  ): Promise<SendOutcome> {
    if (!isReachable(activity.serviceUrl, isLocalOnly)) {
      const reason = 'the group has no serviceUrl that may be called';
      return { kind: 'refused', reason, problem: 'unreachable' };
    }
    const waitMs = pace.take(activity.conversation?.id ?? '');
    if (waitMs > 0) return outOfPace(waitMs);
    const reply = await sendOrSmaller(activity, call);
    return reply.kind === 'taken' ? { kind: 'sent', id: reply.id ?? '' } : failureOf(reply, false);
  }

  return {
    send: (activity) => by(activity, connector.send),
    update: (activity) => by(activity, connector.update),
    remove: (activity) =>
      by(activity, ({ serviceUrl = '', conversation, id = '' }) =>
        connector.call({
          method: 'DELETE',
          serviceUrl,
          path: ['v3', 'conversations', conversation?.id ?? '', 'activities', id],
        }),
      ),
    open: (activity, tenantId) =>
      by(activity, ({ serviceUrl = '', conversation, from, ...said }) =>
        connector.call({
          method: 'POST',
          serviceUrl,
          path: ['v3', 'conversations'],
          body: {
            isGroup: true,
            bot: from,
            channelData: { channel: { id: conversation?.id } },
            ...(tenantId === '' ? {} : { tenantId }),
            activity: { ...said, from },
          },
        }),
      ),
    async isMember({ serviceUrl, id }, memberId) {
      if (!isReachable(serviceUrl, isLocalOnly)) return null;
      const path = ['v3', 'conversations', id, 'members', memberId];
      const reply = await connector.call({ method: 'GET', serviceUrl, path });
      if (reply.kind === 'taken') return true;
      // Only the service itself tells that somebody is not there; anything else says nothing of them.
      const isUnknown = reply.kind === 'answered' && [400, 403, 404].includes(reply.status);
      return isUnknown ? false : null;
    },
  };
}
