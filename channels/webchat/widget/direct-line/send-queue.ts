import type { Activity } from '../../../../bot/contracts/activities.js';
import type { ApiReply } from './direct-line-api.js';

/** Something the customer did that is still to be sent, or not yet seen in the stream. */
export interface QueueEntry {
  /** Comes back as `channelData.clientActivityID`. */
  readonly id: string;
  readonly activity: Activity;
  readonly files: readonly File[];
  readonly at: string;
  /** `waiting` for a connection, `refused` by the server for good, `lost` its files by a reload. */
  state: 'sending' | 'sent' | 'waiting' | 'refused' | 'lost';
  /** Whether it may have reached the server already although no reply came. */
  isDoubtful: boolean;
  /** Code of the error for which it was refused. */
  refusedFor?: string;
}

/** What the queue needs of the connection. */
export interface Wire {
  post(activity: Activity, files: readonly File[]): Promise<ApiReply<unknown>>;
  /** Reads what the stream has, so that a doubtful entry shows itself; false when that was not possible. */
  catchUp(): Promise<boolean>;
}

/**
 * Sends one entry after the other, in order. What cannot be sent waits and survives a reload of this tab (files do not:
 * the browser gives no way to keep them). An entry whose reply got lost is sent again only after a look at the stream, so
 * that nothing arrives twice.
 */
export class SendQueue {
  readonly #key: string;
  readonly #store: Storage | null;
  readonly #changed: () => void;
  #entries: QueueEntry[];
  #sending: Promise<void> | null = null;
  /** Counts conversations that ended: what was on its way to an earlier one is none of the next. */
  #ended = 0;

  constructor(base: string, store: Storage | null, changed: () => void) {
    // By its first name, under which browsers may still keep what was not sent.
    this.#key = `support-chat outbox ${base}`;
    this.#store = store;
    this.#changed = changed;
    this.#entries = this.#read();
  }

  get entries(): readonly QueueEntry[] {
    return this.#entries;
  }

  /** Puts something in line; `isFirst` before all that waits. `flush` sends it. */
  add(activity: Activity, files: readonly File[] = [], isFirst = false): void {
    const id = crypto.getRandomValues(new Uint32Array(3)).join('-');
    const entry: QueueEntry = {
      id,
      activity: { ...activity, channelData: { ...fieldsOf(activity), clientActivityID: id } },
      files,
      at: new Date().toISOString(),
      state: 'sending',
      isDoubtful: false,
    };
    this.#entries = isFirst ? [entry, ...this.#entries] : [...this.#entries, entry];
    this.#keep();
  }

  /** The stream has shown an entry: it need not be kept any more. */
  settle(id: string | null): void {
    const count = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    if (this.#entries.length !== count) this.#keep();
  }

  /** The conversation has ended: forgets what it has got already; the rest goes to the next one. */
  forgetSent(): void {
    this.#ended += 1;
    this.#entries = this.#entries.filter((entry) => entry.state !== 'sent');
    this.#keep();
  }

  /** Sends what waits, until the first that cannot be sent now. Resolves when nothing is being sent any more. */
  flush(wire: Wire): Promise<void> {
    // Behind this line, so that it is known to be under way before it begins.
    this.#sending ??= Promise.resolve().then(() => this.#send(wire));
    return this.#sending;
  }

  async #send(wire: Wire): Promise<void> {
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        if (next.isDoubtful && !(await wire.catchUp())) break;
        if (!this.#entries.includes(next)) continue;
        next.state = 'sending';
        next.isDoubtful = true;
        this.#keep();
        const ended = this.#ended;
        const reply = await wire.post(next.activity, next.files);
        if (ended !== this.#ended && reply.kind !== 'unreachable') {
          // The conversation that ended meanwhile has it, or refused it.
          this.settle(next.id);
          continue;
        }
        if (reply.kind === 'ok') next.state = 'sent';
        else if (reply.kind === 'refused') {
          next.state = 'refused';
          next.refusedFor = reply.code;
        } else next.state = 'waiting';
        if (reply.kind !== 'unreachable') next.isDoubtful = false;
        this.#keep();
        if (next.state === 'waiting') break;
      }
    } finally {
      this.#sending = null;
    }
    // One left over shows as waiting, those behind it as well.
    for (const entry of this.#entries) if (entry.state === 'sending') entry.state = 'waiting';
    this.#keep();
  }

  /** No connection: what is on its way counts as waiting. */
  suspend(): void {
    for (const entry of this.#entries) if (entry.state === 'sending') entry.state = 'waiting';
    this.#keep();
  }

  #next(): QueueEntry | undefined {
    return this.#entries.find((entry) => entry.state === 'waiting' || entry.state === 'sending');
  }

  #keep(): void {
    try {
      const kept = this.#entries.filter((entry) => entry.state !== 'sent');
      this.#store?.setItem(
        this.#key,
        JSON.stringify(kept.map((entry) => ({ ...entry, files: entry.files.map((file) => file.name) }))),
      );
    } catch {
      // A full or forbidden store costs only the reload.
    }
    this.#changed();
  }

  #read(): QueueEntry[] {
    try {
      const kept = JSON.parse(this.#store?.getItem(this.#key) ?? '[]') as (QueueEntry & {
        files: string[];
      })[];
      return kept.map((entry) => ({
        ...entry,
        files: [],
        state: entry.files.length > 0 ? 'lost' : entry.state === 'refused' ? 'refused' : 'waiting',
      }));
    } catch {
      return [];
    }
  }
}

function fieldsOf({ channelData }: Activity): object {
  return typeof channelData === 'object' && channelData !== null ? channelData : {};
}

/** Whether an entry was posted and has not come back on the stream. */
export function isUnseen(entry: { readonly state: string; readonly activity: Activity }): boolean {
  return entry.state === 'sent' && entry.activity.type === 'message';
}
