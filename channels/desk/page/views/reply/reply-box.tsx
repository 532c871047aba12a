import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskAgent, DeskEnding, DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import { fillingsFrom, fillPlaceholders, openPlaceholders } from '../../../../text/placeholders.js';
import { REPLY_LIMIT } from '../../../limits.js';
import { OpenPlaces } from '../canned/open-places.js';
import { useCanned } from '../canned/use-canned.js';
import { useOffer } from '../canned/use-offer.js';
import { useDesk } from '../desk-context.js';
import { filesIn, ReplyFiles, useChosenFiles } from '../files/reply-files.js';
import { useReach } from '../use-reach.js';
import { ReplyBottom } from './reply-bottom.js';
import { ReplyField } from './reply-field.js';
import { ReplyTools } from './reply-tools.js';
import { selectIn, useInsertion } from './use-insertion.js';

interface ReplyBoxProps {
  readonly entry: DeskEntry;
  readonly agent: DeskAgent;
  readonly box: RefObject<HTMLTextAreaElement>;
}

/**
 * Where an agent types. What is typed stays with its conversation until it is sent, over a reload too. Where nothing can be sent any more, the
 * box is disabled; a draft can still be selected and copied, for the phone or an e-mail.
 */
export function ReplyBox({ entry, agent, box }: ReplyBoxProps) {
  const { state, actions } = useDesk();
  const id = entry.conversationId;
  const draft = state.drafts[id] ?? '';
  const over = draft.trim().length - REPLY_LIMIT;
  const isClosed = useReach(entry).kind === 'closed';
  const open = openPlaceholders(draft);
  const chosen = useChosenFiles(id);
  const hasFiles = chosen.files.length > 0;
  const isReady = (draft.trim() !== '' || hasFiles) && chosen.coming.length === 0;
  const canSend = isReady && over <= 0 && !isClosed && open.length === 0;
  const { answers, company } = useCanned();
  const [ending, setEnding] = useState<DeskEnding | null>(null);
  const insert = useInsertion(box, draft, (text) => actions.draft(id, text));
  const offer = useOffer(answers, entry.language, draft, (answer, { at, beginning }) =>
    take(answer, at, at + 1 + beginning.length),
  );

  // What an answer brought goes with its text: a reply that comes back to the box was not sent for a reason.
  useEffect(() => {
    if (draft.trim() === '') setEnding(null);
  }, [draft]);

  function take(answer: CannedAnswer, from: number, to: number): void {
    const names = { customer: entry.customerName, agent: agent.name, company };
    const fillings = fillingsFrom(names, entry.language, Date.now() + state.clockOffsetMs);
    insert(fillPlaceholders(answer.text, fillings), from, to);
    setEnding(answer.ending);
  }

  async function send(): Promise<void> {
    const first = open[0];
    if (first) return selectIn(box, first.at, first.at + first.text.length);
    box.current?.focus();
    if (!canSend) return;
    await actions.reply(id, draft.trim(), ending ?? undefined, hasFiles ? actions.takeChosen(id) : undefined);
    // The box is gone with the conversation.
    if (ending !== null) setTimeout(() => box.current ?? document.getElementById('customer-name')?.focus());
  }

  /** Files that are pasted or dropped go with the reply; words go where they always go. */
  function attach(event: Event, transfer: DataTransfer | null): void {
    const files = filesIn(transfer);
    if (files.length === 0) return;
    event.preventDefault();
    if (!isClosed && entry.takesFiles) void actions.attach(id, files);
  }

  function sendAtOnce(text: string): void {
    box.current?.focus();
    void actions.reply(id, text);
  }

  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onPaste={(event) => attach(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => attach(event, event.dataTransfer)}
    >
      {!isClosed && (
        <ReplyTools
          entry={entry}
          answers={answers}
          onAnswer={(answer) => take(answer, ...selectionOf(box, draft))}
          onInsert={(text) => insert(text, ...selectionOf(box, draft))}
          onSend={draft.trim() === '' ? sendAtOnce : null}
        />
      )}
      <ReplyField entry={entry} box={box} draft={draft} isClosed={isClosed} offer={offer} onEnter={send} />
      {!isClosed && <ReplyFiles entry={entry} chosen={chosen} />}
      <OpenPlaces open={open} onGo={({ at, text }) => selectIn(box, at, at + text.length)} />
      <ReplyBottom
        over={over}
        hasOpen={open.length > 0}
        isClosed={isClosed}
        canSend={canSend}
        ending={ending}
        onNoEnding={() => {
          setEnding(null);
          box.current?.focus();
        }}
      />
    </form>
  );
}

/** Where something is put in: in place of what is selected, or at the caret; at the end where nobody was in the box. */
function selectionOf(box: RefObject<HTMLTextAreaElement>, draft: string): [number, number] {
  const { selectionStart, selectionEnd } = box.current ?? {};
  return [selectionStart ?? draft.length, selectionEnd ?? draft.length];
}
