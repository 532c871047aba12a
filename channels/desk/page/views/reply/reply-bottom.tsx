import type { DeskEnding } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';

interface ReplyBottomProps {
  /** Characters too many; 0 or less where there are none. */
  readonly over: number;
  /** Whether a placeholder is still to be filled. */
  readonly hasOpen: boolean;
  readonly isClosed: boolean;
  readonly canSend: boolean;
  /** How the conversation is left with the reply; null where it is not. */
  readonly ending: DeskEnding | null;
  readonly onNoEnding: () => void;
}

/** Below the box: what stands in the way, what happens with the reply, and the button that sends it. */
export function ReplyBottom({ over, hasOpen, isClosed, canSend, ending, onNoEnding }: ReplyBottomProps) {
  const { words } = useDesk();
  const { canned: say } = words.tools.reply;
  const isRefused = over > 0 || hasOpen;
  return (
    <>
      <p class="reply-ending" role="status">
        {ending !== null && (
          <>
            {say.afterwards[ending]}
            <button type="button" onClick={onNoEnding}>
              {say.notAfterwards}
            </button>
          </>
        )}
      </p>
      <div class="reply-bottom">
        <p id="reply-hint" class={isRefused ? 'hint over' : 'hint'}>
          {over > 0 ? words.reply.tooLong(over) : hasOpen ? say.fillFirst : !isClosed && words.reply.hint}
        </p>
        <button class="primary" type="submit" disabled={!canSend}>
          <Icon name="send" />
          {ending === null ? words.reply.send : say.sendAnd[ending]}
        </button>
      </div>
    </>
  );
}
