import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { PendingReply } from '../../state/state.js';
import { useDesk } from '../desk-context.js';
import { MessageFiles } from '../files/message-files.js';
import { Icon } from '../icon.js';
import { useReach } from '../use-reach.js';

/** A reply on its way to the server, or one that did not get there, with what to do about it. */
export function PendingLine({ reply, entry }: { reply: PendingReply; entry: DeskEntry }) {
  const { actions, words } = useDesk();
  const { conversationId } = entry;
  const canSend = useReach(entry).kind !== 'closed';
  const isUnsent = reply.state === 'unsent';
  return (
    <div class="message from-agent">
      <div class="bubble pending">
        {reply.text !== '' && <p class="typed">{reply.text}</p>}
        {reply.files && reply.files.length > 0 && <MessageFiles files={reply.files} />}
      </div>
      <p class={isUnsent ? 'delivery failed' : 'delivery queued'}>
        <Icon name={isUnsent ? 'warning' : 'clock'} />
        {isUnsent ? words.reply.unsent : words.reply.sending}
        {isUnsent && (
          <>
            {canSend && (
              <button type="button" onClick={() => void actions.replyAgain(conversationId, reply)}>
                {words.tryAgain}
              </button>
            )}
            <button type="button" onClick={() => actions.dropReply(conversationId, reply.key)}>
              {words.reply.drop}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
