import type { Activity } from '../../../bot/contracts/activities.js';
import type { ConversationStatus, OutgoingMessage } from '../../../bot/contracts/messages.js';
import type { QueueEntry } from './direct-line/send-queue.js';
import { type Incoming, readActivity, type SharedFile } from './read-activity.js';

/** One thing on the screen; `key` stays the same when a line changes. */
export type Line = OwnLine | OtherLine | NoticeLine;

export interface OwnLine {
  readonly kind: 'own';
  readonly key: string;
  /** Its id at the server; null while it is not there. */
  readonly id: string | null;
  readonly text: string;
  readonly files: readonly SharedFile[];
  readonly at: string;
  readonly state: QueueEntry['state'];
  /** Whether it is the newest that an agent has read. */
  readonly isRead: boolean;
  /** Code of the error for which it was refused; null where the bot says why, or it was not. */
  readonly refusedFor: string | null;
}

export interface OtherLine {
  readonly kind: 'other';
  readonly key: string;
  readonly message: OutgoingMessage;
  readonly files: readonly SharedFile[];
  readonly at: string;
  /** Whether nobody, or somebody else, spoke before. */
  readonly isNewSpeaker: boolean;
  /** A change of who helps that nobody has put into words yet; null where there is none. */
  readonly change: 'agent-joined' | 'bot-is-back' | null;
}

interface NoticeLine {
  readonly kind: 'notice';
  readonly key: string;
  readonly text: string;
}

/** What was said, in order: everything of the stream once, however often it comes, then what is not sent yet. */
export class Transcript {
  readonly #base: string;
  #lines: Line[] = [];
  readonly #known = new Set<string>();
  #notices = 0;
  #speaker: OutgoingMessage['speaker'] | null = null;
  /** The agent of whom the bot said that they take over. */
  #announced: string | null = null;
  #status: ConversationStatus | null = null;
  /** Id of the customer's newest message that an agent has read; null while none. */
  #readId: string | null = null;

  /** @param base address of the server, for relative links to files */
  constructor(base: string) {
    this.#base = base;
  }

  /** Who has the conversation, as said last; null before anything was said of it. */
  get status(): ConversationStatus | null {
    return this.#status;
  }

  /** Takes in an activity; tells what it was, and whether it is new. */
  take(activity: Activity, userId: string): { readonly incoming: Incoming; readonly isNew: boolean } {
    const incoming = readActivity(activity, userId, this.#base);
    const isNew = activity.id === undefined || !this.#known.has(activity.id);
    if (activity.id !== undefined) this.#known.add(activity.id);
    if (isNew) this.#add(incoming);
    return { incoming, isNew };
  }

  addNotice(text: string): void {
    this.#notices += 1;
    this.#lines.push({ kind: 'notice', key: `notice ${this.#notices}`, text });
  }

  /** The conversation has ended; what was said stays on the screen. */
  restart(): void {
    this.#status = null;
  }

  /** Lines of the stream, then those of the queue. */
  lines(queue: readonly QueueEntry[]): readonly Line[] {
    const lines = this.#lines.map((line) => (this.#isRead(line) ? { ...line, isRead: true } : line));
    return [...lines, ...queue.filter((entry) => entry.activity.type === 'message').map(unsentLine)];
  }

  #isRead(line: Line): line is OwnLine {
    return line.kind === 'own' && line.id !== null && line.id === this.#readId;
  }

  #add(incoming: Incoming): void {
    if (incoming.kind === 'own') {
      this.#lines.push({
        kind: 'own',
        key: incoming.clientId ?? incoming.id,
        text: incoming.text,
        files: incoming.files,
        at: incoming.at,
        id: incoming.id,
        isRead: false,
        state: incoming.isRefused ? 'refused' : 'sent',
        refusedFor: null,
      });
    } else if (incoming.kind === 'message') {
      const { message } = incoming;
      this.#status = message.status ?? this.#status;
      if (message.text === '' && incoming.files.length === 0 && message.choices.length === 0) return;
      const isNewSpeaker = !isSame(this.#speaker, message.speaker);
      const change = isNewSpeaker ? this.#changeBy(message) : null;
      this.#speaker = message.speaker;
      if (message.speaker.kind === 'bot') this.#announced = message.status?.agentName ?? null;
      this.#lines.push({
        kind: 'other',
        key: incoming.id,
        message,
        files: incoming.files,
        at: incoming.at,
        isNewSpeaker,
        change,
      });
    } else if (incoming.kind === 'read') {
      this.#readId = incoming.id;
    } else if (incoming.kind === 'status') {
      this.#status = incoming.status;
    }
  }

  /** What a new speaker changes, unless the bot has said it, or says it here with the status that it changes. */
  #changeBy({ speaker, status }: OutgoingMessage): OtherLine['change'] {
    if (speaker.kind === 'agent') return this.#announced === speaker.name ? null : 'agent-joined';
    return this.#speaker === null || status !== null ? null : 'bot-is-back';
  }
}

function isSame(one: OutgoingMessage['speaker'] | null, other: OutgoingMessage['speaker']): boolean {
  return one?.kind === other.kind && one.name === other.name;
}

function unsentLine(entry: QueueEntry): OwnLine {
  return {
    kind: 'own',
    key: entry.id,
    text: entry.activity.text ?? '',
    files: entry.files.map((file) => ({
      name: file.name,
      url: null,
      contentType: file.type,
      bytes: file.size,
    })),
    at: entry.at,
    id: null,
    isRead: false,
    state: entry.state,
    refusedFor: entry.refusedFor ?? null,
  };
}
