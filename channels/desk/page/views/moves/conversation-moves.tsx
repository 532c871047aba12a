import { useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskEntry } from '../../../../../bot/contracts/desk.js';
import { agentWith } from '../../state/holder.js';
import { leadsTeam } from '../../state/may.js';
import { tellDeadline } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { LabelPicker } from '../labels/label-picker.js';
import { ReassignDialog } from '../lead/reassign-dialog.js';
import { SnoozeDialog } from './snooze-dialog.js';
import { TransferDialog } from './transfer-dialog.js';

interface ConversationMovesProps {
  readonly entry: DeskEntry;
  readonly agent: DeskAgent;
  readonly isMine: boolean;
  /** Puts the answer forward for the knowledge; null where it is not the agent's. */
  readonly onShare: (() => void) | null;
}

/** Passing on, setting aside and labels: what an agent does with a conversation beside answering it. */
export function ConversationMoves({ entry, agent, isMine, onShare }: ConversationMovesProps) {
  const { state, actions, words } = useDesk();
  const { transfer, snooze } = words.tools.moves;
  const [asked, setAsked] = useState<'transfer' | 'snooze' | 'reassign' | null>(null);
  const openers = {
    transfer: useRef<HTMLButtonElement>(null),
    snooze: useRef<HTMLButtonElement>(null),
    reassign: useRef<HTMLButtonElement>(null),
  };
  const now = useNow();
  const { conversationId, snoozedUntil } = entry;
  const mayReassign = leadsTeam(agent) && !isMine && (entry.state === 'waiting' || agentWith(entry) !== null);

  function close(): void {
    if (asked !== null) openers[asked].current?.focus();
    setAsked(null);
  }

  function focusName(): void {
    document.getElementById('customer-name')?.focus();
  }

  return (
    <div class="moves">
      {isMine && (
        <button ref={openers.transfer} type="button" onClick={() => setAsked('transfer')}>
          {transfer.open}
        </button>
      )}
      {mayReassign && (
        <button ref={openers.reassign} type="button" onClick={() => setAsked('reassign')}>
          {words.lead.live.reassign}
        </button>
      )}
      {isMine && snoozedUntil === undefined && (
        <button ref={openers.snooze} type="button" onClick={() => setAsked('snooze')}>
          {snooze.open}
        </button>
      )}
      {snoozedUntil !== undefined && (
        <span class="snoozed">{snooze.until(tellDeadline(state.language, snoozedUntil, now))}</span>
      )}
      {isMine && snoozedUntil !== undefined && (
        <button type="button" onClick={() => void actions.wake(conversationId).then(focusName)}>
          {snooze.wake}
        </button>
      )}
      {onShare !== null && (
        <button type="button" onClick={onShare}>
          {words.tools.drafts.share}
        </button>
      )}
      <LabelPicker entry={entry} />
      {asked === 'transfer' && (
        <TransferDialog
          exceptId={agent.id}
          onClose={close}
          onTransfer={(to, comment) => {
            setAsked(null);
            void actions.transfer(conversationId, to, comment).then((isDone) => {
              if (isDone) actions.go({ kind: 'queue' });
              else focusName();
            });
          }}
        />
      )}
      {asked === 'reassign' && <ReassignDialog entry={entry} onEnd={close} />}
      {asked === 'snooze' && (
        <SnoozeDialog
          onClose={close}
          onSnooze={(until) => {
            setAsked(null);
            void actions.snooze(conversationId, until).then(focusName);
          }}
        />
      )}
    </div>
  );
}
