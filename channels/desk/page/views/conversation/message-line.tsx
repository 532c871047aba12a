import type { DeskEntry, DeskMessage } from '../../../../../bot/contracts/desk.js';
import { nameOf } from '../../words/name-of.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { MessageFiles } from '../files/message-files.js';
import { Answer } from './answer.js';
import { DeliveryLine } from './delivery-line.js';
import { MessageContext } from './message-context.js';
import { SourceLine } from './source-line.js';
import { TypedText } from './typed-text.js';

interface MessageLineProps {
  readonly message: DeskMessage;
  /** Whether a reply was held back for it. */
  readonly isNew: boolean;
  readonly entry: DeskEntry;
  readonly agentName: string;
}

/** One message: who, what, when, and how far it came. What people typed is shown as typed, never as markup. */
export function MessageLine({ message, isNew, entry, agentName }: MessageLineProps) {
  const { state, words } = useDesk();
  const now = useNow();
  const { language } = entry;
  const isMe = message.from === 'agent' && message.name === agentName;
  return (
    <div class={`message from-${message.from}`}>
      <p class="message-top">
        <strong>
          {message.from === 'customer' ? message.name.trim() || nameOf(entry, words) : message.name}
        </strong>
        {message.from === 'bot' && <span class="badge quiet">{words.conversation.bot}</span>}
        {isMe && <span class="badge quiet">{words.conversation.you}</span>}
        {isNew && <span class="badge">{words.lists.isNew}</span>}
        {message.change === 'corrected' && <span class="badge quiet">{words.conversation.corrected}</span>}
        <time dateTime={message.at}>{tellMoment(state.language, message.at, now)}</time>
      </p>
      <div class="bubble">
        <MessageContext message={message} entry={entry} />
        {message.change === 'taken-back' ? (
          <p class="typed taken-back">{words.conversation.takenBack}</p>
        ) : message.tree ? (
          <Answer tree={message.tree} lang={message.source?.language ?? language} />
        ) : (
          message.text !== '' && <TypedText text={message.text} lang={language} />
        )}
        {message.files && <MessageFiles files={message.files} />}
        {message.source !== null && <SourceLine source={message.source} />}
      </div>
      <DeliveryLine message={message} channelId={entry.channelId} />
    </div>
  );
}
