import type { ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { ContentMarks } from './content-row.js';

/** What the source of an item says, from whom and where, what it said before, and where the item was told. */
export function ContentSource({ item }: { item: ContentItem }) {
  const { state, words } = useDesk();
  const { content: say } = words.tools;
  const now = useNow();
  const { author, answeredAt, url, language, sourceAnswer, edit, uses } = item;
  const date = answeredAt === null ? null : new Date(answeredAt).toLocaleDateString(state.language);
  const before = edit?.sourceBefore ?? null;
  return (
    <>
      <p class="canned-option-top">
        <ContentMarks item={item} />
      </p>
      {edit !== null && (
        <p class="hint">{say.changedBy(edit.by, tellMoment(state.language, edit.at, now))}</p>
      )}
      {edit?.isGone && <p class="content-warning">{say.gone}</p>}
      {before !== null && <p class="content-warning">{say.beneath}</p>}
      <div class="content-sides">
        {before !== null && (
          <section aria-label={say.sourceBefore}>
            <h3>{say.sourceBefore}</h3>
            <p class="canned-text" lang={language}>
              {before}
            </p>
          </section>
        )}
        <section aria-label={before === null ? say.source : say.sourceNow}>
          <h3>{before === null ? say.source : say.sourceNow}</h3>
          <p class="canned-text" lang={language}>
            {sourceAnswer}
          </p>
        </section>
      </div>
      <p class="hint">
        {say.by(author, date)}
        {url?.startsWith('https://') && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {say.original}
            </a>
          </>
        )}
      </p>
      {uses !== null && <p class="hint">{say.uses(uses.answers, uses.conversations)}</p>}
    </>
  );
}
