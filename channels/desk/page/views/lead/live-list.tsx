import { useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { ReadingAlong } from '../../../../../bot/contracts/tools/desk-lead.js';
import { isWith } from '../../state/holder.js';
import { nameOf } from '../../words/name-of.js';
import { NoticeBanner } from '../conversation/notice-banner.js';
import { useDesk } from '../desk-context.js';
import { EntryRows } from '../lists/entry-rows.js';
import { ReassignDialog } from './reassign-dialog.js';

/** Longest list that is shown at once: those that run longest come first. */
const MOST_SHOWN = 50;

interface LiveListProps {
  readonly agent: DeskAgent;
  readonly mayReadUnseen: boolean;
}

/** Conversations that agents have now, to read along in and to reassign. */
export function LiveList({ agent, mayReadUnseen }: LiveListProps) {
  const { state, words } = useDesk();
  const { live: say } = words.lead;
  const live = state.entries.filter((entry) => entry.state === 'with-agent');
  const more = live.length - MOST_SHOWN;
  return (
    <section aria-labelledby="lead-live">
      <h2 id="lead-live">{say.title}</h2>
      <p class="hint">{live.length === 0 ? say.none : say.hint}</p>
      <NoticeBanner channelId="" />
      <ul class="found">
        <EntryRows
          entries={live.slice(0, MOST_SHOWN)}
          below={(entry) => <LiveChoice entry={entry} agent={agent} mayReadUnseen={mayReadUnseen} />}
        />
      </ul>
      {more > 0 && <p class="hint">{say.more(more)}</p>}
    </section>
  );
}

function LiveChoice({ entry, agent, mayReadUnseen }: LiveListProps & { readonly entry: DeskEntry }) {
  const { actions, words } = useDesk();
  const { live: say } = words.lead;
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { conversationId, holder } = entry;
  if (holder?.kind !== 'agent') return null;
  const name = nameOf(entry, words);
  const isMine = isWith(entry, agent.id);
  const isReading = entry.readers?.some(({ agentId }) => agentId === agent.id) === true;
  const mayJoin = !isMine && !isReading;

  async function join(how: ReadingAlong): Promise<void> {
    if (await actions.joinConversation(conversationId, how))
      actions.go({ kind: 'conversation', conversationId });
  }

  return (
    <div class="live-choice">
      {mayJoin && (
        <button type="button" aria-label={say.joinOf(name)} onClick={() => void join('seen')}>
          {say.join}
        </button>
      )}
      {mayJoin && mayReadUnseen && (
        <button type="button" aria-label={say.joinUnseenOf(name)} onClick={() => void join('unseen')}>
          {say.joinUnseen}
        </button>
      )}
      <button ref={opener} type="button" aria-label={say.reassignOf(name)} onClick={() => setIsAsking(true)}>
        {say.reassign}
      </button>
      {isAsking && (
        <ReassignDialog
          entry={entry}
          onEnd={() => {
            setIsAsking(false);
            opener.current?.focus();
          }}
        />
      )}
    </div>
  );
}
