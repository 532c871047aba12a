import type { ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import { useDesk } from '../desk-context.js';

interface ContentRowProps {
  readonly item: ContentItem;
  readonly onOpen: () => void;
}

/** An item of the knowledge in a list: its question, how its answer begins, and what was changed. */
export function ContentRow({ item, onOpen }: ContentRowProps) {
  const { content: say } = useDesk().words.tools;
  const { question, language, sourceAnswer, edit } = item;
  return (
    <li class="canned-row">
      <p class="canned-option-top">
        <strong lang={language}>{question}</strong>
        <ContentMarks item={item} />
      </p>
      <p class="canned-preview" lang={language}>
        {edit?.answer ?? sourceAnswer}
      </p>
      <p class="buttons">
        <button type="button" aria-label={say.openOf(question)} onClick={onOpen}>
          {say.open}
        </button>
      </p>
    </li>
  );
}

/** What was changed, in a word each, and whether customers get it so. */
export function ContentMarks({ item: { edit } }: { item: ContentItem }) {
  const { marks } = useDesk().words.tools.content;
  if (edit === null) return null;
  const isBeneath = edit.sourceBefore !== null;
  return (
    <>
      {isBeneath && <span class="badge note-badge">{marks.beneath}</span>}
      {edit.isGone && <span class="badge note-badge">{marks.gone}</span>}
      {edit.isHidden && <span class="badge quiet">{marks.hidden}</span>}
      {edit.answer !== null && <span class="badge quiet">{marks.edited}</span>}
      {edit.isOutdated && <span class="badge quiet">{marks.outdated}</span>}
      {edit.isPinned && <span class="badge quiet">{marks.pinned}</span>}
      {edit.phrasings.length > 0 && <span class="badge quiet">{marks.phrasings(edit.phrasings.length)}</span>}
      {!edit.isGone && <span class="badge quiet">{edit.isLive ? marks.live : marks.next}</span>}
    </>
  );
}
