import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { REPLY_LIMIT } from '../../../limits.js';
import { nameOf } from '../../words/name-of.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { useReach } from '../use-reach.js';

/**
 * Where an agent types. What is typed stays with its conversation until it is sent, over a reload too. Where nothing can be sent any more, the
 * box is disabled; a draft can still be selected and copied, for the phone or an e-mail.
 */
export function ReplyBox({ entry, box }: { entry: DeskEntry; box: RefObject<HTMLTextAreaElement> }) {
  const { state, actions, words } = useDesk();
  const id = entry.conversationId;
  const draft = state.drafts[id] ?? '';
  const over = draft.trim().length - REPLY_LIMIT;
  const isClosed = useReach(entry).kind === 'closed';
  const canSend = draft.trim() !== '' && over <= 0 && !isClosed;

  // The box grows with its text, up to the limit in the style sheet.
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = draft === '' ? '' : `${current.scrollHeight + 2}px`;
  }, [box, draft]);

  function send(): void {
    if (canSend) void actions.reply(id, draft.trim());
    box.current?.focus();
  }

  function sendOnEnter(event: KeyboardEvent): void {
    // While a character is being composed, Enter accepts it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    // A key that is held down would send a reply again that was held back to be read.
    if (!event.repeat) send();
  }

  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="unseen" for="reply">
        {words.reply.label(nameOf(entry, words))}
      </label>
      <textarea
        id="reply"
        ref={box}
        rows={2}
        value={draft}
        lang={entry.language}
        placeholder={isClosed ? words.reach.closed : words.reply.placeholder}
        disabled={isClosed && draft === ''}
        readOnly={isClosed}
        aria-describedby={isClosed ? 'reach-status' : 'reply-hint'}
        onInput={(event) => actions.draft(id, event.currentTarget.value)}
        onKeyDown={sendOnEnter}
      />
      <div class="reply-bottom">
        <p id="reply-hint" class={over > 0 ? 'hint over' : 'hint'}>
          {over > 0 ? words.reply.tooLong(over) : !isClosed && words.reply.hint}
        </p>
        <button class="primary" type="submit" disabled={!canSend}>
          <Icon name="send" />
          {words.reply.send}
        </button>
      </div>
    </form>
  );
}
