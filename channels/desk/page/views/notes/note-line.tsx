import type { DeskNote } from '../../../../../bot/contracts/tools/desk-notes.js';
import { tellMoment } from '../../words/tell-time.js';
import { TypedText } from '../conversation/typed-text.js';
import { useDesk, useNow } from '../desk-context.js';

/** A note among the messages: in another form, and with a word that says who sees it. */
export function NoteLine({ note }: { note: DeskNote }) {
  const { state, words } = useDesk();
  const { notes: say } = words.tools;
  return (
    <div class="message from-note">
      <p class="message-top">
        <strong>{note.name}</strong>
        <span class="badge note-badge">{say.badge}</span>
        <time dateTime={note.at}>{tellMoment(state.language, note.at, useNow())}</time>
      </p>
      <div class="bubble">
        <TypedText text={note.text} />
        {note.mentioned.length > 0 && <p class="note-mentioned">{say.mentionsNames(note.mentioned)}</p>}
      </div>
    </div>
  );
}
