import { useEffect, useState } from 'preact/hooks';
import type {
  AnswerDraft,
  ApprovedAtDesk,
  DraftLists,
  SharedAnswer,
} from '../../../../../bot/contracts/content/answer-drafts.js';
import type { DraftsReply } from '../../../tools/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { tellMoment } from '../../words/tell-time.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk, useNow } from '../desk-context.js';
import { Problem } from '../problem.js';
import { DraftForm } from './draft-form.js';

/** What agents put forward, to be decided about, and what of it is in use. */
export function ProposedAnswers() {
  const { actions, words } = useDesk();
  const { drafts: say } = words.tools;
  const [lists, setLists] = useState<DraftLists | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [without, setWithout] = useState<SharedAnswer | null>(null);
  const [asked, setAsked] = useState<{ readonly kind: 'refuse' | 'take-back'; readonly id: string } | null>(
    null,
  );
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);

  async function take(asking: Promise<ApiResult<DraftsReply>>, done: string): Promise<void> {
    const answer = await asking;
    setFailure(answer.isOk ? null : answer.failure);
    if (!answer.isOk) return;
    setWithout(answer.value.without);
    if (answer.value.lists === null) return;
    setLists(answer.value.lists);
    setTold(done);
    if (done !== '') setOpen(null);
  }

  useEffect(() => void take(actions.answerDrafts(), ''), [actions]);

  return (
    <>
      <p class={told === '' ? 'unseen' : 'canned-told'} role="status">
        {told}
      </p>
      <Problem failure={failure} />
      <section>
        <h2>{say.waiting}</h2>
        {lists?.waiting.length === 0 && <p class="hint">{say.noneWaiting}</p>}
        <ul class="canned-list">
          {lists?.waiting.map((draft) => (
            <li key={draft.id} class="canned-row">
              <DraftGist draft={draft} />
              {open === draft.id ? (
                <DraftForm
                  draft={draft}
                  without={without}
                  onApprove={(shared) => take(actions.approveDraft(draft.id, shared), say.approved)}
                  onRefuse={() => setAsked({ kind: 'refuse', id: draft.id })}
                />
              ) : (
                <p class="buttons">
                  <button
                    type="button"
                    aria-label={say.lookOf(draft.question)}
                    onClick={() => {
                      setWithout(null);
                      setOpen(draft.id);
                    }}
                  >
                    {say.look}
                  </button>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {lists !== null && lists.approved.length > 0 && (
        <section>
          <h2>{say.inUse}</h2>
          <ul class="canned-list">
            {lists.approved.map((answer) => (
              <ApprovedRow
                key={answer.id}
                answer={answer}
                onTakeBack={() => setAsked({ kind: 'take-back', id: answer.id })}
              />
            ))}
          </ul>
        </section>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={asked.kind === 'refuse' ? say.refuseTitle : say.takeBackTitle}
          hint={asked.kind === 'refuse' ? say.refuseHint : say.takeBackHint}
          confirm={asked.kind === 'refuse' ? say.refuse : say.takeBack}
          onEnd={(isConfirmed) => {
            setAsked(null);
            if (!isConfirmed) return;
            if (asked.kind === 'refuse') void take(actions.refuseDraft(asked.id), say.refused);
            else void take(actions.takeBackAnswer(asked.id), say.takenBack);
          }}
        />
      )}
    </>
  );
}

function DraftGist({ draft }: { draft: AnswerDraft }) {
  const { state, words } = useDesk();
  const now = useNow();
  const { question, answer, language, authorName, writtenAt } = draft;
  return (
    <>
      <p class="canned-option-top">
        <strong lang={language}>{question}</strong>
      </p>
      <p class="canned-preview" lang={language}>
        {answer}
      </p>
      <p class="hint">{words.tools.drafts.by(authorName, tellMoment(state.language, writtenAt, now))}</p>
    </>
  );
}

function ApprovedRow({ answer, onTakeBack }: { answer: ApprovedAtDesk; onTakeBack: () => void }) {
  const { state, words } = useDesk();
  const { drafts: say, content } = words.tools;
  const now = useNow();
  return (
    <li class="canned-row">
      <p class="canned-option-top">
        <strong lang={answer.language}>{answer.question}</strong>
        <span class="badge quiet">{answer.isLive ? content.marks.live : content.marks.next}</span>
      </p>
      <p class="canned-preview" lang={answer.language}>
        {answer.answer}
      </p>
      <p class="hint">
        {say.by(answer.author, tellMoment(state.language, answer.writtenAt, now))}
        {' · '}
        {say.approvedBy(answer.approvedBy, tellMoment(state.language, answer.approvedAt, now))}
      </p>
      <p class="buttons">
        <button type="button" aria-label={say.takeBackOf(answer.question)} onClick={onTakeBack}>
          {say.takeBack}
        </button>
      </p>
    </li>
  );
}
