import { useEffect, useState } from 'preact/hooks';
import type { DeskAgent, DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { ReadingAlong } from '../../../../../bot/contracts/tools/desk-lead.js';
import type { ReadingReply } from '../../../lead/contracts.js';
import { isWith } from '../../state/holder.js';
import { leadsTeam } from '../../state/may.js';
import { useDesk } from '../desk-context.js';

/** Who reads along in a conversation, for everybody; a team lead begins and ends it here. */
export function ReadingAlongLine({ entry, agent }: { entry: DeskEntry; agent: DeskAgent }) {
  const { words } = useDesk();
  const { reading: say } = words.lead;
  const others = (entry.readers ?? []).filter(({ agentId }) => agentId !== agent.id);
  return (
    <div class="reading-along">
      <p role="status">{others.length > 0 && say.others(others.map(({ name }) => name))}</p>
      {leadsTeam(agent) && <OwnReading entry={entry} agent={agent} />}
    </div>
  );
}

function OwnReading({ entry, agent }: { entry: DeskEntry; agent: DeskAgent }) {
  const { actions, words } = useDesk();
  const { reading: say, live } = words.lead;
  const [told, setTold] = useState<ReadingReply | null>(null);
  const [count, setCount] = useState(0);
  const { conversationId, holder, state } = entry;
  const isSeen = entry.readers?.some(({ agentId }) => agentId === agent.id) ?? false;
  useEffect(() => {
    let isShown = true;
    void actions.readingIn(conversationId).then((answer) => {
      if (isShown && answer.isOk) setTold(answer.value);
    });
    return () => {
      isShown = false;
    };
  }, [actions, conversationId, count, isSeen, state, holder?.name]);

  async function change(act: Promise<boolean>): Promise<void> {
    await act;
    setCount((before) => before + 1);
    document.getElementById('customer-name')?.focus();
  }
  const join = (how: ReadingAlong) => change(actions.joinConversation(conversationId, how));

  if (told?.reading) {
    return (
      <p class="own-reading">
        <span>{say[told.reading]}</span>
        <button type="button" onClick={() => void change(actions.leaveConversation(conversationId))}>
          {say.leave}
        </button>
      </p>
    );
  }
  if (state !== 'with-agent' || holder?.kind !== 'agent' || isWith(entry, agent.id)) return null;
  return (
    <p class="own-reading">
      <button type="button" onClick={() => void join('seen')}>
        {live.join}
      </button>
      {told?.mayReadUnseen && (
        <button type="button" onClick={() => void join('unseen')}>
          {live.joinUnseen}
        </button>
      )}
      <span class="hint">{say.hint}</span>
    </p>
  );
}
