import { selectNews } from '../../state/select.js';
import { nameOf } from '../../words/name-of.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { PriorityMark } from '../priority-mark.js';

/** Tells that customers began to wait, until somebody looks, takes them or closes this. */
export function NewsBar() {
  const { state, actions, words } = useDesk();
  const news = selectNews(state);
  const first = news[0];
  return (
    <div role="status" class="news">
      {first && (
        <p class="banner">
          <Icon name="person" />
          <PriorityMark entry={first} />
          <span>{words.news.arrived(news.map((entry) => nameOf(entry, words)))}</span>
          <button
            type="button"
            onClick={() => actions.go({ kind: 'conversation', conversationId: first.conversationId })}
          >
            {words.news.show}
          </button>
          <button type="button" class="bare" aria-label={words.dismiss} onClick={actions.closeNews}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
