import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { nameOf } from '../../words/name-of.js';
import { AnswerOptions } from '../canned/answer-options.js';
import type { ShortcutOffer } from '../canned/use-offer.js';
import { useDesk } from '../desk-context.js';

interface ReplyFieldProps {
  readonly entry: DeskEntry;
  readonly box: RefObject<HTMLTextAreaElement>;
  readonly draft: string;
  /** Whether nothing can be sent any more. */
  readonly isClosed: boolean;
  readonly offer: ShortcutOffer;
  readonly onEnter: () => Promise<void>;
}

const OFFER = 'canned-offer';

/** The box itself, and the canned answers that are offered while a shortcut is typed in it. */
export function ReplyField({ entry, box, draft, isClosed, offer, onEnter }: ReplyFieldProps) {
  const { actions, words } = useDesk();
  const isOffered = offer.offered.length > 0;

  // The box grows with its text, up to the limit in the style sheet.
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = draft === '' ? '' : `${current.scrollHeight + 2}px`;
  }, [box, draft]);

  function onKey(event: KeyboardEvent): void {
    if (offer.takesKey(event)) return;
    // While a character is being composed, Enter accepts it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    // A key that is held down would send a reply again that was held back to be read.
    if (!event.repeat) void onEnter();
  }

  const track = (event: Event) => offer.moved((event.currentTarget as HTMLTextAreaElement).selectionStart);

  return (
    <>
      {isOffered && (
        <AnswerOptions id={OFFER} answers={offer.offered} active={offer.active} onChoose={offer.choose} />
      )}
      <p class="unseen" role="status">
        {isOffered && words.tools.reply.canned.offered(offer.offered.length)}
      </p>
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
        aria-autocomplete="list"
        aria-controls={isOffered ? OFFER : undefined}
        aria-activedescendant={isOffered ? `${OFFER}-${offer.active}` : undefined}
        onInput={(event) => {
          actions.draft(entry.conversationId, event.currentTarget.value);
          track(event);
        }}
        onKeyDown={onKey}
        onKeyUp={track}
        onClick={track}
      />
    </>
  );
}
