import type { ChatConversation } from './conversation.js';

/** Agents see it within this time; whoever scrolls does not make more requests than one in it. */
const TELL_EVERY_MS = 2_000;

/**
 * Tells the server which message came last, and which was last in sight: only where a person is waited for, has the
 * conversation or said something, as nobody else looks. One that is lost is told with the next.
 */
export class Receipts {
  readonly #conversation: ChatConversation;
  /** Time stamp of the newest message in sight; '' for none. */
  readonly #inSight: () => string;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(conversation: ChatConversation, inSight: () => string) {
    this.#conversation = conversation;
    this.#inSight = inSight;
  }

  /** Something came, or came into sight. */
  look(): void {
    if (this.#timer !== null || this.#news() === null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.look();
    }, TELL_EVERY_MS);
    void this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer ?? undefined);
    this.#timer = null;
  }

  async #tell(): Promise<void> {
    const news = this.#news();
    if (news === null) return;
    const told = this.#told;
    this.#told = JSON.stringify(news);
    if ((await this.#conversation.ask('POST', '/receipts', news)) === null) this.#told = told;
  }

  #news(): object | null {
    const { lines, status } = this.#conversation;
    const said = lines.filter((line) => line.kind === 'other');
    const delivered = said.at(-1)?.at;
    const isSeen =
      status?.handoff === 'waiting' ||
      status?.handoff === 'with-agent' ||
      said.some(({ message }) => message.speaker.kind === 'agent');
    if (!delivered || !isSeen) return null;
    const news = { delivered, read: this.#inSight() || undefined };
    return JSON.stringify(news) === this.#told ? null : news;
  }
}
