import type { ComponentChildren } from 'preact';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { placeElsewhere } from '../../state/holder.js';
import { isAway } from '../../state/is-away.js';
import { fragmentOf } from '../../state/place.js';
import type { ShownSigns } from '../../state/signs.js';
import { nameOf } from '../../words/name-of.js';
import { urgencyOf } from '../../words/tell-time.js';
import { ChannelMark } from '../channel-mark.js';
import { useDesk, useTold } from '../desk-context.js';
import { LeadMarks } from '../lead/lead-marks.js';
import { memo } from '../memo.js';
import { MoodMark } from '../mood-mark.js';
import { PriorityMark, ReturnedMark } from '../priority-mark.js';
import { SignsInRow } from '../signs/signs-in-row.js';
import { MoveMarks } from './move-marks.js';
import { PromiseMark } from './promise-mark.js';
import { ReachMark } from './reach-mark.js';
import { Since } from './since.js';
import { TeamMark } from './team-mark.js';

interface EntryRowProps {
  readonly entry: DeskEntry;
  readonly isOpen: boolean;
  /** Whether it began to wait and was not looked at yet. */
  readonly isNew: boolean;
  /** Whether its customer wrote something that this page has not shown yet. */
  readonly isUnread: boolean;
  readonly signs: ShownSigns;
  /** What can be done with it. */
  readonly below?: ComponentChildren;
}

/** One conversation in a list: who, for how long, what, where and why. What it reads of the desk, `EntryRows` gives. */
export const EntryRow = memo<EntryRowProps>(({ entry, isOpen, isNew, isUnread, signs, below }) => {
  const { state, words } = useDesk();
  const isWaiting = entry.state === 'waiting';
  const isHeld = entry.state === 'with-agent';
  const isAgentAway = useTold((now) => isAway(entry, now));
  // The mark of what the bot heard says why in the same word.
  const isMarked = isWaiting && entry.heard?.some((kind) => kind === entry.reason);
  return (
    <li>
      <a
        class="entry"
        href={fragmentOf({ kind: 'conversation', conversationId: entry.conversationId })}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span class="entry-top">
          <strong>{nameOf(entry, words)}</strong>
          <PriorityMark entry={entry} />
          {isNew && <span class="badge">{words.lists.isNew}</span>}
          {isHeld && isUnread && <span class="badge">{words.lists.unread}</span>}
          <Since
            at={isWaiting ? entry.waitingSince : sinceOf(entry)}
            tell={
              isWaiting ? words.lists.waitsFor : isHeld ? words.lists.takenFor : words.tools.withBot.wrote
            }
            classOf={(ms) => `since ${isWaiting ? urgencyOf(ms) : 'calm'}`}
          />
        </span>
        {entry.question !== '' && (
          <span class="entry-question" lang={entry.language}>
            {entry.question}
          </span>
        )}
        <span class="entry-facts">
          <ChannelMark channelId={entry.channelId} />
          <span>{words.languages[entry.language]}</span>
          {!isMarked && <span>{isWaiting ? shortReason(entry) : whoHas(entry)}</span>}
          <TeamMark entry={entry} />
          <ReturnedMark entry={entry} />
          {isAgentAway && <span class="away">{words.lists.away}</span>}
          <MoodMark mood={entry.mood} />
          <LeadMarks entry={entry} />
          <PromiseMark entry={entry} />
          <ReachMark entry={entry} />
          <MoveMarks entry={entry} />
          <SignsInRow entry={entry} signs={signs} />
        </span>
      </a>
      {below}
    </li>
  );

  function sinceOf({ claimedAt, customerWroteAt, waitingSince }: DeskEntry): string {
    return (isHeld ? claimedAt : customerWroteAt) ?? waitingSince;
  }

  function shortReason({ reason, state: standing }: DeskEntry): string {
    return reason === null ? words.tools.states[standing] : words.shortReasons[reason];
  }

  function whoHas({ holder }: DeskEntry): string {
    if (!isHeld) return words.tools.states['with-bot'];
    const { screen } = state;
    const place = placeElsewhere(entry);
    if (place !== null) return words.lists.elsewhere(place);
    const isMine = screen.kind === 'desk' && holder?.kind === 'agent' && screen.agent.id === holder.id;
    return isMine || holder === null ? shortReason(entry) : words.lists.withAgent(holder.name);
  }
});
