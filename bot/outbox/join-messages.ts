import type { ChannelForm } from '../contracts/channels.js';
import type { OutgoingMessage } from '../contracts/messages.js';

/** What is said at once as a channel takes it: all of it as one message where each would be a mail of its own. Pure. */
export function joinMessages(
  form: Pick<ChannelForm, 'isOneMessage'> | undefined,
  messages: readonly OutgoingMessage[],
): readonly OutgoingMessage[] {
  const last = messages.at(-1);
  if (!form?.isOneMessage || messages.length < 2 || !last) return messages;
  const text = messages.map((message) => message.text).filter((words) => words !== '');
  return [{ ...last, text: text.join('\n\n'), before: messages.slice(0, -1) }];
}
