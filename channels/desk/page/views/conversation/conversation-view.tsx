import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskConversation } from '../../../../../bot/contracts/desk.js';
import { isWith } from '../../state/holder.js';
import { fragmentOf } from '../../state/place.js';
import { selectConversation } from '../../state/select.js';
import { nameOf } from '../../words/name-of.js';
import { HistoryPanel } from '../archive/history-panel.js';
import { ChannelMark } from '../channel-mark.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
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
  const { entry, messages, notes, bestGuess, isGuessRight } = conversation;
  const id = entry.conversationId;
  const isMine = isWith(entry, agent.id);
  /** Whether somebody at this desk has to answer, now or after claiming. */
  const isAnswerable = isMine || entry.state === 'waiting';
  const heading = useRef<HTMLHeadingElement>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const [hasClaimed, setHasClaimed] = useState(false);
  const [hasRoom] = useState(() => window.matchMedia(WIDE).matches);

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
        {isMine || entry.state === 'waiting' ? (
          <ConversationActions entry={entry} isMine={isMine} onClaimed={() => setHasClaimed(true)} />
        ) : entry.state === 'with-agent' ? (
          <TakeOver entry={entry} agent={agent} onTaken={() => setHasClaimed(true)} />
        ) : (
          <TakeUnasked entry={entry} onTaken={() => setHasClaimed(true)} />
        )}
      </header>
      <ConversationMoves entry={entry} agent={agent} isMine={isMine} />
      <NoticeBanner channelId={entry.channelId} />
      <div class="conversation-main">
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
      <aside class="context" aria-label={words.conversation.facts}>
        <details open={hasRoom}>
          <summary>{words.conversation.facts}</summary>
          <WhyStopped entry={entry} />
          <BestGuessPanel
            guess={bestGuess}
            language={entry.language}
            onUse={isMine ? use : null}
            isRight={isGuessRight}
            onJudge={(isRight) => void actions.judge(id, isRight)}
          />
          <ConversationFacts conversation={conversation} />
          <HistoryPanel entry={entry} />
        </details>
      </aside>
    </article>
  );
}
