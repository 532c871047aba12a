import { useEffect, useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { PastContact } from '../../../../../bot/contracts/tools/desk-archive.js';
import { fragmentOf } from '../../state/place.js';
import { tellMoment } from '../../words/tell-time.js';
import { ChannelMark } from '../channel-mark.js';
import { useDesk, useNow } from '../desk-context.js';
import { LabelMarks } from '../labels/label-marks.js';

/** What the customer had to do with us before; each opens, to be read. */
export function HistoryPanel({ entry }: { entry: DeskEntry }) {
  const { actions, words } = useDesk();
  const { history: say } = words.tools;
  const { conversationId } = entry;
  // A hand-off that begins or ends changes it.
  const labels = (entry.labels ?? []).map(({ name }) => name).join();
  const standing = `${entry.state} ${entry.waitingSince} ${entry.holder?.name} ${labels}`;
  const [contacts, setContacts] = useState<readonly PastContact[] | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isShown = true;
    void actions.history(conversationId).then((answer) => {
      if (!isShown) return;
      setHasFailed(!answer.isOk);
      if (answer.isOk) setContacts(answer.value.contacts);
    });
    return () => {
      isShown = false;
    };
  }, [actions, conversationId, standing]);

  return (
    <section class="facts history" aria-labelledby="history-title">
      <h2 id="history-title">{say.title}</h2>
      {hasFailed && <p class="hint">{say.failed}</p>}
      {contacts !== null && contacts.length <= 1 && <p class="hint">{say.none}</p>}
      {contacts !== null && contacts.length > 0 && (
        <ul>
          {contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              isHere={contact.conversationId === conversationId}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function ContactRow({ contact, isHere }: { contact: PastContact; isHere: boolean }) {
  const { state, words } = useDesk();
  const { history: say, states } = words.tools;
  const now = useNow();
  const tell = (at: string) => tellMoment(state.language, at, now);
  const { conversationId, channelId, reason, holderName, startedAt, endedAt, question } = contact;
  const what = (
    <>
      <span class="history-top">
        <strong>{reason === null ? say.botOnly : words.shortReasons[reason]}</strong>
        <span class="badge quiet">{contact.wasReopened ? say.reopened : states[contact.state]}</span>
      </span>
      {question !== '' && <span class="history-question">{question}</span>}
      <span class="entry-facts">
        <span>
          {endedAt === null ? say.since(tell(startedAt)) : say.until(tell(startedAt), tell(endedAt))}
        </span>
        {reason !== null && <span>{holderName === null ? say.nobody : say.had(holderName)}</span>}
        <LabelMarks names={contact.labels} />
        {isHere ? <span>{say.thisOne}</span> : <ChannelMark channelId={channelId} />}
      </span>
    </>
  );
  return (
    <li>
      {isHere ? (
        <div class="history-row">{what}</div>
      ) : (
        <a class="history-row" href={fragmentOf({ kind: 'conversation', conversationId })}>
          {what}
        </a>
      )}
    </li>
  );
}
