import type { DeskMessage } from '../../../../../bot/contracts/desk.js';
import { tellUndelivered } from '../../words/tell-delivery.js';
import type { Delivery } from '../../words/word-list.js';
import { useDesk } from '../desk-context.js';
import { Icon, type IconName } from '../icon.js';

const ICONS: Readonly<Record<Delivery, IconName>> = {
  queued: 'circle',
  sent: 'check',
  delivered: 'checks',
  read: 'eye',
  failed: 'warning',
};

/** How far a message of ours came, in a sign and in words, and why it did not arrive. */
export function DeliveryLine({ message, channelId }: { message: DeskMessage; channelId: string }) {
  const { words, channels } = useDesk();
  const { delivery, problem, from, isPartlySent } = message;
  if (delivery === null) return null;
  return (
    <p class={`delivery ${delivery}`}>
      <Icon name={ICONS[delivery]} />
      <span>{isPartlySent ? words.conversation.partlySent : words.delivery[delivery]}</span>
      {delivery === 'failed' && problem !== null && from !== 'customer' && (
        <span class="why">{tellUndelivered(words, channels, problem, channelId, from)}</span>
      )}
    </p>
  );
}
