import type { StaleEntry } from '../../../../../bot/contracts/content/desk-stale.js';
import { tellAgo } from '../../words/content/tell-ago.js';
import { useDesk, useNow } from '../desk-context.js';
import { ContentMarks } from './content-row.js';

interface StaleRowProps {
  readonly entry: StaleEntry;
  readonly isBusy: boolean;
  readonly onRight: () => void;
  readonly onOutdated: () => void;
  readonly onHide: () => void;
  readonly onOpen: () => void;
}

/** An answer that may not hold any more: why, how old it is, where it was given, and what can be decided about it. */
export function StaleRow({ entry, isBusy, onRight, onOutdated, onHide, onOpen }: StaleRowProps) {
  const { state, words } = useDesk();
  const { stale: say, content } = words.tools;
  const now = useNow();
  const { item, writtenAt, signs } = entry;
  const { question, language, sourceAnswer, edit, url, uses } = item;
  const date = writtenAt === null ? null : new Date(writtenAt).toLocaleDateString(state.language);
  const ways = [
    [say.right, say.rightOf, onRight],
    [say.outdated, say.outdatedOf, onOutdated],
    [say.hide, say.hideOf, onHide],
    [content.open, content.openOf, onOpen],
  ] as const;
  return (
    <li class="canned-row">
      <p class="canned-option-top">
        <strong lang={language}>{question}</strong>
        <ContentMarks item={item} />
      </p>
      <p class="content-warning">{signs.map((sign) => say.because[sign](entry)).join('; ')}</p>
      <p class="canned-preview" lang={language}>
        {edit?.answer ?? sourceAnswer}
      </p>
      <p class="hint">
        {date === null || writtenAt === null
          ? say.undated
          : say.written(date, tellAgo(state.language, writtenAt, now))}
        {uses !== null && ` ${content.uses(uses.answers, uses.conversations)}`}
        {url?.startsWith('https://') && (
          <>
            {' '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {content.original}
            </a>
          </>
        )}
      </p>
      <p class="buttons">
        {ways.map(([label, labelOf, act]) => (
          <button key={label} type="button" disabled={isBusy} aria-label={labelOf(question)} onClick={act}>
            {label}
          </button>
        ))}
      </p>
    </li>
  );
}
