import { useDesk } from './desk-context.js';
import { Icon } from './icon.js';

/** By which channel a customer writes: a small sign and its name. */
export function ChannelMark({ channelId }: { channelId: string }) {
  const { channels } = useDesk();
  return (
    <span class="channel">
      <Icon name={channels.signOf(channelId)} />
      {channels.nameOf(channelId)}
    </span>
  );
}
