import { nameOfChannel } from '../words/tell-delivery.js';
import { useDesk } from './desk-context.js';
import { Icon, type IconName } from './icon.js';

const ICONS: ReadonlyMap<string, IconName> = new Map([
  ['directline', 'globe'],
  ['webchat', 'globe'],
  ['facebook', 'bubbles'],
  ['messenger', 'bubbles'],
  ['msteams', 'people'],
  ['email', 'letter'],
  ['outlook', 'letter'],
]);

/** By which channel a customer writes: a small sign and its name. */
export function ChannelMark({ channelId }: { channelId: string }) {
  const { words } = useDesk();
  return (
    <span class="channel">
      <Icon name={ICONS.get(channelId) ?? 'speech'} />
      {nameOfChannel(words, channelId)}
    </span>
  );
}
