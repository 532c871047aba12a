import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskConversation, DeskEntry } from '../../../../../bot/contracts/desk.js';
import { hadBy, isWith } from '../../state/holder.js';
import { fragmentOf } from '../../state/place.js';
import { selectConversation } from '../../state/select.js';
import { nameOf } from '../../words/name-of.js';
import { HistoryPanel } from '../archive/history-panel.js';
import { ChannelMark } from '../channel-mark.js';
import { useDesk } from '../desk-context.js';
import { ShareDialog } from '../drafts/share-dialog.js';
import { Icon } from '../icon.js';
import { ReadingAlongLine } from '../lead/reading-along.js';
import { PromiseMark } from '../lists/promise-mark.js';
import { ConversationMoves } from '../moves/conversation-moves.js';
import { NoteBox } from '../notes/note-box.js';
import { PriorityMark, ReturnedMark } from '../priority-mark.js';
import { ReplyBox } from '../reply/reply-box.js';
import { SignsLine } from '../signs/signs-line.js';
import { BestGuessPanel } from './best-guess-panel.js';
import { ConversationActions } from './conversation-actions.js';
import { ConversationFacts } from './conversation-facts.js';
import { HeldNote } from './held-note.js';
import { MessageList } from './message-list.js';
import { NoticeBanner } from './notice-banner.js';
import { ReachNote } from './reach-note.js';
import { Standing } from './standing.js';
import { TakeOver } from './take-over.js';
import { TakeUnasked } from './take-unasked.js';
import { WhyStopped } from './why-stopped.js';

/** From this width on the facts have a column of their own (desk.css); below they are folded away at first. */
const WIDE = '(min-width: 70rem)';

/** A whole conversation with what an agent needs to answer it. */
export function ConversationView({ id, agent }: { id: string; agent: DeskAgent }) {
  const { state, words } = useDesk();
  const conversation = selectConversation(state, id);
  if (conversation) return <Opened conversation={conversation} agent={agent} />;
  const isGone = state.notice?.conversationId === id;
  return (
    <div class="empty-content">
      <h1>{isGone ? words.conversation.gone : words.loading}</h1>
      <a href={fragmentOf({ kind: 'queue' })}>{words.conversation.back}</a>
    </div>
  );
}

function Opened({ conversation, agent }: { conversation: DeskConversation; agent: DeskAgent }) {
  const { state, actions, words } = useDesk();
  const { entry, messages, notes } = conversation;
  const id = entry.conversationId;
  const isMine = isWith(entry, agent.id);
  /** Whether somebody at this desk has to answer, now or after claiming. */
  const isAnswerable = isMine || entry.state === 'waiting';
  const heading = useRef<HTMLHeadingElement>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const [hasClaimed, setHasClaimed] = useState(false);
  const [isSharing, setIsSharing] = useState(false);

  // Whoever opens a conversation by keyboard or screen reader comes to its name first.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  // After claiming, the next thing to do is to reply; the box is there one rendering later.
  useEffect(() => {
    if (hasClaimed && isMine) reply.current?.focus();
  }, [hasClaimed, isMine]);

  const isMentioned = state.mentions.some(({ conversationId }) => conversationId === id);
  useEffect(() => {
    if (isMentioned) void actions.sawMentions(id);
  }, [actions, id, isMentioned]);

  function use(text: string): void {
    const draft = (state.drafts[id] ?? '').trimEnd();
    actions.draft(id, draft === '' ? text : `${draft}\n\n${text}`);
    reply.current?.focus();
  }

  return (
    <article class="conversation" aria-labelledby="customer-name">
      <header class="conversation-top">
        <a class="back" href={fragmentOf({ kind: 'queue' })} aria-label={words.conversation.back}>
          <Icon name="back" />
        </a>
        <div class="who-where">
          <h1 id="customer-name" tabIndex={-1} ref={heading}>
            {nameOf(entry, words)}
          </h1>
          <p class="where">
            <ChannelMark channelId={entry.channelId} />
            <PriorityMark entry={entry} />
            <ReturnedMark entry={entry} />
            <PromiseMark entry={entry} />
          </p>
        </div>
        <StateActions
          entry={entry}
          agent={agent}
          onTaken={() => setHasClaimed(true)}
          onShare={() => setIsSharing(true)}
        />
      </header>
      <ConversationMoves
        entry={entry}
        agent={agent}
        isMine={isMine}
        onShare={hadBy(entry, agent) ? () => setIsSharing(true) : null}
      />
      {isSharing && (
        <ShareDialog
          entry={entry}
          onClose={() => {
            setIsSharing(false);
            heading.current?.focus();
          }}
        />
      )}
      <NoticeBanner channelId={entry.channelId} />
      <div class="conversation-main">
        <ReadingAlongLine entry={entry} agent={agent} />
        <MessageList
          messages={messages}
          notes={notes}
          pending={state.pending[id] ?? []}
          newer={isMine ? (state.held[id] ?? []) : []}
          entry={entry}
          agent={agent}
        />
        <SignsLine entry={entry} />
        {(isAnswerable || entry.state !== 'with-agent') && <ReachNote entry={entry} />}
        {isMine && <HeldNote conversationId={id} />}
        <NoteBox conversationId={id} />
        {isMine ? <ReplyBox entry={entry} agent={agent} box={reply} /> : <Standing entry={entry} />}
      </div>
      <Facts conversation={conversation} onUse={isMine ? use : null} />
    </article>
  );
}

interface FactsProps {
  readonly conversation: DeskConversation;
  /** Takes a guess over into the reply; null where nobody here replies. */
  readonly onUse: ((text: string) => void) | null;
}

/** What stands beside a conversation: why it is here, the best guess, who the customer is. */
function Facts({ conversation, onUse }: FactsProps) {
  const { actions, words } = useDesk();
  const { entry, bestGuess, isGuessRight } = conversation;
  const [hasRoom] = useState(() => window.matchMedia(WIDE).matches);
  return (
    <aside class="context" aria-label={words.conversation.facts}>
      <details open={hasRoom}>
        <summary>{words.conversation.facts}</summary>
        <WhyStopped entry={entry} />
        <BestGuessPanel
          guess={bestGuess}
          language={entry.language}
          onUse={onUse}
          isRight={isGuessRight}
          onJudge={(isRight) => void actions.judge(entry.conversationId, isRight)}
        />
        <ConversationFacts conversation={conversation} />
        <HistoryPanel entry={entry} />
      </details>
    </aside>
  );
}

interface StateActionsProps {
  readonly entry: DeskEntry;
  readonly agent: DeskAgent;
  readonly onTaken: () => void;
  readonly onShare: () => void;
}

/** What can be done with a conversation by who has it, and by colleagues. */
function StateActions({ entry, agent, onTaken, onShare }: StateActionsProps) {
  const isMine = isWith(entry, agent.id);
  if (isMine || entry.state === 'waiting')
    return <ConversationActions entry={entry} isMine={isMine} onClaimed={onTaken} onShare={onShare} />;
  return entry.state === 'with-agent' ? (
    <TakeOver entry={entry} agent={agent} onTaken={onTaken} />
  ) : (
    <TakeUnasked entry={entry} onTaken={onTaken} />
  );
}
