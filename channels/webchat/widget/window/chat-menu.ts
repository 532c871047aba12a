import type { MailStanding, MailWish } from '../../../../bot/contracts/mail/customer-mail.js';
import type { MenuContext } from '../load-window.js';
import { make, makeButton } from '../view/make.js';
import { type MailRequests, mailRequests } from './mail-requests.js';
import { type MailWords, mailMenuWords } from './mail-words.js';
import { type MenuItem, menuItems } from './menu-items.js';

/** Until the server has said what it can do with mail. */
const NO_MAIL: MailStanding = { isOn: false, repliesTo: null };

/** The open menu: what can be done with the conversation beside talking, and the forms that keeping or mailing it asks for. */
export class ChatMenu {
  /** Stands beside "you are waiting": where mail can be sent, nobody need stay for the answer. */
  readonly #offer: HTMLButtonElement;
  readonly #list: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #context: MenuContext;
  readonly #words: MailWords;
  readonly #mail: MailRequests;
  readonly #note = make('p', { class: 'small', role: 'status' });
  #standing = NO_MAIL;
  #hasLooked = false;
  /** Title of the item that was tapped once and asks for a second tap; null for none. */
  #unsure: string | null = null;

  /** @param button that opens and closes the list */
  constructor(list: HTMLElement, button: HTMLButtonElement, context: MenuContext) {
    this.#list = list;
    this.#button = button;
    this.#context = context;
    this.#words = mailMenuWords[context.language];
    this.#mail = mailRequests(context.conversation, context.language);
    this.#offer = makeButton(
      { class: 'quiet', hidden: '' },
      () => {
        if (list.hidden) button.click();
        this.#askAddress('replies');
      },
      this.#words.mailReplies,
    );
  }

  /** Shows what can be done now. */
  open(): void {
    this.#unsure = null;
    this.#show();
    const shown = this.#standing;
    void this.#look().then(() => {
      const isSame = shown.isOn === this.#standing.isOn && shown.repliesTo === this.#standing.repliesTo;
      // On a slow line the customer has tapped by now: what they read stays unless there is something new.
      if (!isSame && !this.#list.hidden && !this.#list.querySelector('form')) this.#show();
    });
  }

  /** The button that offers to mail the answer, hidden where that cannot be; it appears once the server has said that it can. */
  offerMail(): HTMLButtonElement {
    if (!this.#hasLooked) void this.#look();
    this.#showOffer();
    return this.#offer;
  }

  get #isWaiting(): boolean {
    const handoff = this.#context.conversation.status?.handoff;
    return handoff === 'waiting' || handoff === 'with-agent';
  }

  async #look(): Promise<void> {
    this.#hasLooked = true;
    this.#standing = (await this.#mail.standing()) ?? this.#standing;
    this.#showOffer();
  }

  #showOffer(): void {
    this.#offer.hidden = !this.#standing.isOn || this.#standing.repliesTo !== null;
  }

  #items(): readonly MenuItem[] {
    const words = this.#words;
    const { conversation, attention, language } = this.#context;
    const { isOn, repliesTo } = this.#standing;
    const mailReplies: MenuItem = {
      title: words.mailReplies,
      staysOpen: true,
      act: () => this.#askAddress('replies'),
    };
    const others = menuItems(conversation, attention, language);
    if (!conversation.lines.some(({ kind }) => kind === 'own')) return others;
    return [
      { title: words.keep, staysOpen: true, act: () => void this.#keep() },
      ...(isOn
        ? [{ title: words.mailTranscript, staysOpen: true, act: () => this.#askAddress('transcript') }]
        : []),
      ...(isOn && this.#isWaiting && repliesTo === null ? [mailReplies] : []),
      ...(repliesTo === null
        ? []
        : [{ title: words.mailNoMore, staysOpen: true, act: () => void this.#forget() }]),
      {
        title: words.endConversation,
        act: () => conversation.say(words.endConversation, { action: 'end-conversation' }),
      },
      ...others,
    ];
  }

  /** @param said what became of the last wish; '' for nothing */
  #show(said = ''): void {
    const { repliesTo } = this.#standing;
    const focused = this.#focused();
    this.#tell(said || (repliesTo === null ? '' : this.#words.repliesTo(repliesTo)));
    const rows = this.#items().map((item) => this.#row(item));
    this.#list.replaceChildren(this.#note, ...rows);
    if (focused !== null) (rows.find((row) => row.textContent === focused) ?? rows[0])?.focus();
  }

  #row(item: MenuItem): HTMLButtonElement {
    const row = makeButton(
      {},
      () => {
        if (item.sure !== undefined && this.#unsure !== item.title) {
          this.#unsure = item.title;
          row.textContent = item.sure;
          return;
        }
        item.act();
        if (item.staysOpen) {
          if (item.isSwitch) this.#showAgain(row);
        } else {
          this.#button.click();
          this.#button.focus();
        }
      },
      (this.#unsure === item.title && item.sure) || item.title,
    );
    return row;
  }

  /** What a switch says is other words then; the focus stays on it. */
  #showAgain(row: HTMLButtonElement): void {
    const place = [...this.#list.children].indexOf(row);
    this.#show();
    (this.#list.children[place] as HTMLElement | undefined)?.focus();
  }

  async #keep(): Promise<void> {
    const file = await this.#mail.transcript();
    if (!file) return this.#tell(this.#words.notNow);
    const address = URL.createObjectURL(new Blob([file.html], { type: 'text/html;charset=utf-8' }));
    const link = make('a', { href: address, download: file.name, hidden: '' });
    this.#list.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    this.#tell(this.#words.kept(file.name));
  }

  async #forget(): Promise<void> {
    if ((await this.#mail.forgetAddress()) === null) return this.#tell(this.#words.notNow);
    await this.#look();
    this.#show(this.#words.forgotten);
  }

  #askAddress(wish: MailWish): void {
    const words = this.#words;
    this.#form(words.address, { type: 'email', autocomplete: 'email', maxlength: '254' }, async (address) => {
      const outcome = await this.#mail.leaveAddress(address, wish);
      if (outcome?.kind === 'code-sent') return this.#askCode(wish, address);
      if (outcome?.kind === 'done') return this.#finish(wish);
      this.#tell((outcome && words.mailProblems[outcome.kind]) || words.notNow);
    });
  }

  #askCode(wish: MailWish, address: string): void {
    const words = this.#words;
    const attributes = { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '10' };
    this.#form(words.code, attributes, async (code) => {
      const outcome = await this.#mail.confirmAddress(code);
      if (outcome?.kind === 'done') return this.#finish(wish);
      if (outcome?.kind === 'ended') {
        this.#askAddress(wish);
        return this.#tell(words.codeEnded);
      }
      this.#tell(outcome ? words.codeWrong : words.notNow);
    });
    this.#tell(words.codeSent(address));
  }

  async #finish(wish: MailWish): Promise<void> {
    await this.#look();
    this.#show(this.#words.mailDone[wish]);
  }

  #form(
    label: string,
    attributes: Readonly<Record<string, string>>,
    submit: (text: string) => Promise<void>,
  ): void {
    const words = this.#words;
    const input = make('input', { id: 'entry', ...attributes });
    const send = make('button', { class: 'next' }, words.next);
    const form = make('form', {}, make('label', { for: 'entry' }, label), input, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (input.value.trim() === '' || send.disabled) return;
      send.disabled = true;
      void submit(input.value).finally(() => {
        send.disabled = false;
      });
    });
    this.#tell('');
    this.#list.replaceChildren(
      form,
      this.#note,
      makeButton({}, () => this.#show(), words.back),
    );
    input.focus();
  }

  #tell(text: string): void {
    this.#note.textContent = text;
  }

  /** What stands on the button of the list that has the focus, or '' for something else in it; null where the focus is elsewhere. */
  #focused(): string | null {
    const { activeElement } = this.#list.getRootNode() as ShadowRoot | Document;
    return this.#list.contains(activeElement) ? (activeElement?.textContent ?? '') : null;
  }
}
