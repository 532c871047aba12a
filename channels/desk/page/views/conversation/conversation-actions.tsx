import { useRef, useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { useReach } from '../use-reach.js';

interface ConversationActionsProps {
  readonly entry: DeskEntry;
  readonly isMine: boolean;
  readonly onClaimed: () => void;
  /** It was closed, and others will ask the same. */
  readonly onShare: () => void;
}

type Ending = 'close' | 'give-back';

/** What can be done with a conversation as it stands. The customer is told of each, so ending it asks once. */
export function ConversationActions({ entry, isMine, onClaimed, onShare }: ConversationActionsProps) {
  const { actions, words } = useDesk();
  const { conversation: say } = words;
  const [isBusy, setIsBusy] = useState(false);
  const [ending, setEnding] = useState<Ending | null>(null);
  const [isShared, setIsShared] = useState(false);
  const isClosed = useReach(entry).kind === 'closed';
  const opener = useRef<HTMLElement | null>(null);

  async function act(action: 'claim' | Ending): Promise<void> {
    setIsBusy(true);
    const isDone = await actions.act(entry.conversationId, action);
    setIsBusy(false);
    if (isDone && action === 'claim') onClaimed();
    if (isDone && action === 'close' && isShared) return onShare();
    if (isDone && action !== 'claim') document.getElementById('customer-name')?.focus();
  }

  function ask(next: Ending, event: MouseEvent): void {
    opener.current = event.currentTarget as HTMLElement;
    setIsShared(false);
    setEnding(next);
  }

  if (entry.state === 'waiting') {
    return (
      <button class="primary" type="button" disabled={isBusy} onClick={() => void act('claim')}>
        {say.claim}
      </button>
    );
  }
  if (!isMine) return null;
  return (
    <>
      <button type="button" disabled={isBusy} onClick={(event) => ask('give-back', event)}>
        <Icon name="bot" />
        {say.giveBack}
      </button>
      <button class="primary" type="button" disabled={isBusy} onClick={(event) => ask('close', event)}>
        <Icon name="check" />
        {say.close}
      </button>
      {ending !== null && (
        <ConfirmDialog
          title={ending === 'close' ? say.confirmClose : say.confirmGiveBack}
          hint={hintOf(ending)}
          confirm={ending === 'close' ? say.close : say.giveBack}
          onEnd={(isConfirmed) => {
            setEnding(null);
            if (isConfirmed) void act(ending);
            else opener.current?.focus();
          }}
        >
          {ending === 'close' && (
            <label class="dialog-check">
              <input
                type="checkbox"
                checked={isShared}
                onChange={(event) => setIsShared(event.currentTarget.checked)}
              />
              {words.tools.drafts.share}
            </label>
          )}
        </ConfirmDialog>
      )}
    </>
  );

  function hintOf(end: Ending): string {
    if (isClosed) return say.confirmUntold;
    return end === 'close' ? say.confirmCloseHint : say.confirmGiveBackHint;
  }
}
