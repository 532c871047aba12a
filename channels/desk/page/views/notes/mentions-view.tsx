import { fragmentOf } from '../../state/place.js';
import { nameOf } from '../../words/name-of.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { ToolPage } from '../tool-page.js';

/** Where colleagues mentioned this agent, until they look. */
export function MentionsView() {
  const { state, words } = useDesk();
  const { notes: say } = words.tools;
  const now = useNow();
  return (
    <ToolPage title={say.mentions}>
      <p class="hint">{state.mentions.length === 0 ? say.noMentions : say.mentionsHint}</p>
      <ul class="found">
        {state.mentions.map(({ noteId, conversationId, customerName, by, text, at }) => (
          <li key={noteId}>
            <a class="entry" href={fragmentOf({ kind: 'conversation', conversationId })}>
              <span class="entry-top">
                <strong>{nameOf({ customerName, conversationId }, words)}</strong>
                <time class="since calm" dateTime={at}>
                  {tellMoment(state.language, at, now)}
                </time>
              </span>
              <span class="entry-question">{text}</span>
              <span class="entry-facts">
                <span>{say.by(by)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </ToolPage>
  );
}
