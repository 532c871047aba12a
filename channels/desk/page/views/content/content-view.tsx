import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContentItem } from '../../../../../bot/contracts/content/desk-content.js';
import type { ContentItemReply, ContentReply } from '../../../tools/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk } from '../desk-context.js';
import { ProposedAnswers } from '../drafts/proposed-answers.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { useNewest } from '../use-newest.js';
import { ContentForm } from './content-form.js';
import { ContentRow } from './content-row.js';
import { ContentSearch } from './content-search.js';
import { ContentSource } from './content-source.js';
import { OpposedPairs } from './opposed-pairs.js';
import { StaleAnswers } from './stale-answers.js';

/** The knowledge as content people change it: what was changed, a search in the rest, and one item at a time. */
export function ContentView() {
  const { actions, words } = useDesk();
  const { content: say } = words.tools;
  const [changed, setChanged] = useState<readonly ContentItem[] | null>(null);
  const [open, setOpen] = useState<ContentItem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [told, setTold] = useState('');
  const [isUndoing, setIsUndoing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const newest = useNewest();

  async function list(): Promise<void> {
    const { answer, isNewest } = await newest<ApiResult<ContentReply>>(actions.content());
    if (!isNewest) return;
    if (answer.isOk) setChanged(answer.value.items);
    else setFailure(answer.failure);
  }

  /** Takes what a request says of an item; nothing is left of one that its source gave no more. */
  async function take(asking: Promise<ApiResult<ContentItemReply>>, done: string): Promise<void> {
    const answer = await asking;
    setFailure(answer.isOk ? null : answer.failure);
    setTold(answer.isOk ? done : '');
    if (!answer.isOk) return;
    setOpen(answer.value.item);
    heading.current?.focus();
    if (done !== '') await list();
  }

  function close(): void {
    setOpen(null);
    setFailure(null);
    setTold('');
    heading.current?.focus();
  }

  useEffect(() => void list(), [actions]);

  const look = (itemId: string) => void take(actions.contentItem(itemId), '');
  return (
    <ToolPage title={say.title} kind="content" heading={heading}>
      <p class={told === '' ? 'unseen' : 'canned-told'} role="status">
        {told}
      </p>
      <Problem failure={failure} />
      {open === null ? (
        <>
          <p class="hint">{say.hint}</p>
          <ContentSearch onOpen={look} />
          <ProposedAnswers />
          <OpposedPairs />
          <StaleAnswers onOpen={look} onChange={() => void list()} />
          <section>
            <h2>{say.changed}</h2>
            {changed === null && failure === null && <p class="hint">{words.loading}</p>}
            {changed?.length === 0 && <p class="hint">{say.noneChanged}</p>}
            <ul class="canned-list">
              {changed?.map((item) => (
                <ContentRow key={item.itemId} item={item} onOpen={() => look(item.itemId)} />
              ))}
            </ul>
          </section>
        </>
      ) : (
        <>
          <button type="button" onClick={close}>
            {say.back}
          </button>
          <h2 lang={open.language}>{open.question}</h2>
          <ContentSource item={open} />
          <ContentForm
            key={`${open.itemId} ${open.edit?.at ?? ''}`}
            item={open}
            onKeep={(edit) =>
              take(
                actions.keepContent(open.itemId, edit, open.edit?.at ?? null),
                edit.isHidden ? say.keptHidden : say.kept,
              )
            }
            onUndo={open.edit === null ? null : () => setIsUndoing(true)}
          />
        </>
      )}
      {isUndoing && open?.edit && (
        <ConfirmDialog
          title={say.undoTitle}
          hint={say.undoHint}
          confirm={say.undo}
          onEnd={(isConfirmed) => {
            setIsUndoing(false);
            if (isConfirmed && open.edit)
              void take(actions.undoContent(open.itemId, open.edit.at), say.undone);
          }}
        />
      )}
    </ToolPage>
  );
}
