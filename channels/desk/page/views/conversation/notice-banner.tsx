import type { Notice } from '../../state/state.js';
import { tellUndelivered } from '../../words/tell-delivery.js';
import { tellProblem } from '../../words/words.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';

/** What an agent must be told of the conversation on the screen, until they close it. */
export function NoticeBanner({ channelId }: { channelId: string }) {
  const { state, actions, words, channels } = useDesk();
  return (
    <div role="alert">
      {state.notice !== null && (
        <p class="banner warning">
          <Icon name="warning" />
          <span>{refusal(state.notice)}</span>
          <button type="button" class="bare" aria-label={words.dismiss} onClick={actions.closeNotice}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );

  function refusal(notice: Notice): string {
    const why = notice.problem && tellUndelivered(words, channels, notice.problem, channelId, 'agent');
    return [tellProblem(words, notice), why].filter(Boolean).join(' ');
  }
}
