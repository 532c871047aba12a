import type { FoundConversation, FoundLine } from '../../../../../bot/contracts/tools/desk-archive.js';
import { fragmentOf } from '../../state/place.js';
import { nameOf } from '../../words/name-of.js';
import { tellMoment } from '../../words/tell-time.js';
import { ChannelMark } from '../channel-mark.js';
import { useDesk, useNow } from '../desk-context.js';
import { LabelMarks } from '../labels/label-marks.js';

/** A conversation that was found: who, how it stands, and the lines in which the words stand. */
export function FoundRow({ found }: { found: FoundConversation }) {
  const { words } = useDesk();
  const { conversationId, channelId, state, holderName, language } = found;
  return (
    <li>
      <a class="entry" href={fragmentOf({ kind: 'conversation', conversationId })}>
        <span class="entry-top">
          <strong>{nameOf(found, words)}</strong>
          <span class="badge quiet">{words.tools.states[state]}</span>
        </span>
        {found.lines.map((line) => (
          <Line key={line.at + line.kind} line={line} language={language} />
        ))}
        <span class="entry-facts">
          <ChannelMark channelId={channelId} />
          <span>{words.languages[language]}</span>
          <LabelMarks names={found.labels} />
          {holderName !== null && <span>{words.tools.history.had(holderName)}</span>}
        </span>
      </a>
    </li>
  );
}

function Line({ line, language }: { line: FoundLine; language: string }) {
  const { state, words } = useDesk();
  const now = useNow();
  const who = {
    customer: words.conversation.customer,
    bot: words.conversation.bot,
    agent: line.name,
    note: words.tools.notes.of(line.name),
  };
  return (
    <span class="found-line">
      <span class="found-who">
        {who[line.kind]}, {tellMoment(state.language, line.at, now)}:{' '}
      </span>
      <span lang={language}>
        {line.pieces.map((piece, place) =>
          // The pieces of a line have their place alone, and never change it.
          piece.isMatch ? <mark key={place}>{piece.text}</mark> : piece.text,
        )}
      </span>
    </span>
  );
}
