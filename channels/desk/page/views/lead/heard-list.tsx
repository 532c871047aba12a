import type { LeadBoard } from '../../../../../bot/contracts/tools/desk-lead.js';
import { fragmentOf } from '../../state/place.js';
import { nameOf } from '../../words/name-of.js';
import { tellMoment } from '../../words/tell-time.js';
import { ChannelMark } from '../channel-mark.js';
import { useDesk, useNow } from '../desk-context.js';

/** Complaints and chances to sell that the bot heard in seven days, the newest first. */
export function HeardList({ board: { counts, signals } }: { board: LeadBoard }) {
  const { state, words } = useDesk();
  const { heard: say } = words.lead;
  const now = useNow();
  return (
    <section aria-labelledby="lead-heard">
      <h2 id="lead-heard">{say.title}</h2>
      <p>{signals.length === 0 ? say.none : say.counts(counts.complaint, counts.sales)}</p>
      <p class="hint">{say.hint}</p>
      <ul class="lead-lines">
        {signals.map((signal) => (
          <li key={`${signal.conversationId} ${signal.kind}`}>
            <span class={`heard ${signal.kind}`}>{say.kinds[signal.kind]}</span>
            <a href={fragmentOf({ kind: 'conversation', conversationId: signal.conversationId })}>
              {nameOf(signal, words)}
            </a>
            <span class="hint">
              <ChannelMark channelId={signal.channelId} />{' '}
              <time dateTime={signal.at}>{tellMoment(state.language, signal.at, now)}</time>,{' '}
              {words.tools.states[signal.state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
