import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { AssignmentMode } from '../../../../../bot/contracts/assignment.js';
import type { DeskAgent, DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { DeskSession } from '../../../../../bot/contracts/desk-accounts.js';
import type { OutgoingMessage } from '../../../../../bot/contracts/messages.js';
import type { FollowedList } from '../../../../../bot/contracts/tools/followed-list.js';
import { openHearing } from '../../../../../index/classifiers/open-hearing.js';
import { customerSays } from '../../support/samples.js';
import { SetClock } from '../../support/set-clock.js';
import { TestBot } from '../../support/test-bot.js';
import { TEAMS } from './desk-teams.js';
import { FaultyTransport } from './faulty-transport.js';

export const CUSTOMERS = ['anna', 'bram', 'cleo'] as const;
export type Customer = (typeof CUSTOMERS)[number];

/** People at the desk; the first is the administrator. */
export const PEOPLE = ['noor', 'sanne', 'joris'] as const;
export type Person = (typeof PEOPLE)[number];

const PASSWORD = 'een lange zin';

/** What the world knows of somebody at the desk. */
export interface Seat {
  session: DeskSession | null;
  hasPage: boolean;
  hasAccount: boolean;
}

const hear = openHearing();

/** The real bot on a file, the people around it, and a channel that outlives it. */
export class World {
  readonly clock = new SetClock();
  readonly transport = new FaultyTransport(this.clock);
  readonly seats: Record<Person, Seat>;
  crashes = 0;
  /** Each has a key of its own. */
  replies = 0;
  /** When agents, by their ids, were last heard of before they had no page open; in milliseconds since 1970. */
  private readonly goneSince = new Map<string, number>();
  private startedAt = 0;
  /** The entries as an open page is told them, by what changed since it was told all. */
  followed!: FollowedList<DeskEntry>;
  /** How many messages there were of each. */
  private readonly said = { anna: 0, bram: 0, cleo: 0 };
  private test: TestBot | null = null;
  private statementsLeft = Number.POSITIVE_INFINITY;

  private constructor(
    private readonly folder: string,
    readonly mode: AssignmentMode,
  ) {
    const seat = (): Seat => ({ session: null, hasPage: false, hasAccount: false });
    this.seats = { noor: seat(), sanne: seat(), joris: seat() };
  }

  /** @param folder empty, for the store */
  static async begin(folder: string, mode: AssignmentMode): Promise<World> {
    const world = new World(folder, mode);
    writeFileSync(world.teamsPath, JSON.stringify(TEAMS));
    await world.open();
    for (const person of PEOPLE) await world.signIn(person);
    return world;
  }

  get bot() {
    return this.running.bot;
  }

  get desk() {
    return this.running.bot.desk;
  }

  get store() {
    return this.running.store;
  }

  rows(query: string): Record<string, unknown>[] {
    return this.running.rows(query);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.clock.now().getTime();
  }

  async end(): Promise<void> {
    await this.test?.bot.stop();
  }

  // --- Customers ---------------------------------------------------------------------------------------------------

  async say(customer: Customer, text: string, value?: unknown): Promise<void> {
    this.said[customer] += 1;
    await this.running.say(text, { ...this.from(customer), ...(value === undefined ? {} : { value }) });
  }

  /** Other words for the message that was said last; null takes it back. */
  async change(customer: Customer, text: string | null): Promise<void> {
    const type = text === null ? 'messageDelete' : 'messageUpdate';
    const { bot, transport } = this.running;
    await bot.accept(customerSays(text ?? '', { type, ...this.from(customer) }), transport);
  }

  private from(customer: Customer): Partial<Activity> {
    const from = { id: `customer-${customer}`, name: customer };
    return { id: `${customer}-${this.said[customer]}`, conversation: { id: customer }, from };
  }

  /** Taps a choice of the newest message that offers any; nothing where none does. */
  async tap(customer: Customer, place: number): Promise<void> {
    const shown = this.transport.sent
      .filter(({ type, conversation }) => type !== 'typing' && conversation?.id === customer)
      .map(({ channelData }) => (channelData as { message: OutgoingMessage }).message)
      .findLast(({ choices }) => choices.length > 0);
    const choice = shown?.choices[place % shown.choices.length];
    if (choice) await this.say(customer, choice.title, choice.value);
  }

  // --- People at the desk, by the rules of its door ----------------------------------------------------------------

  async signIn(person: Person): Promise<void> {
    const seat = this.seats[person];
    if (seat.session) return;
    const { accounts } = this.bot;
    const account = { name: person, email: `${person}@example.com`, password: PASSWORD };
    if (seat.hasAccount) seat.session = await accounts.signIn(account.email, PASSWORD);
    else {
      const token = await this.invitationFor(person);
      if (token === null) return;
      seat.session = await accounts.accept(token, account);
      seat.hasAccount = true;
    }
    if (seat.session) await this.openPage(person);
  }

  async signOut(person: Person): Promise<void> {
    const { session } = this.seats[person];
    if (!session) return;
    await this.bot.accounts.signOut(session.token);
    await this.losePage(person);
    this.seats[person].session = null;
    await this.desk.signedOut(session.agent.id);
  }

  async openPage(person: Person): Promise<void> {
    const seat = this.seats[person];
    if (!seat.session || seat.hasPage) return;
    if ((await this.bot.accounts.agentOf(seat.session.token)) === null) return;
    seat.hasPage = true;
    await this.desk.present(seat.session.agent.id);
  }

  async losePage(person: Person): Promise<void> {
    const seat = this.seats[person];
    if (!seat.hasPage || !seat.session) return;
    seat.hasPage = false;
    this.goneSince.set(seat.session.agent.id, this.now);
    await this.desk.left(seat.session.agent.id);
  }

  /** Who asks, as the guard of the desk sees it; null where the session has ended. */
  async authenticate(person: Person): Promise<DeskAgent | null> {
    const { session, hasPage } = this.seats[person];
    const agent = session ? await this.bot.accounts.agentOf(session.token) : null;
    if (agent && !hasPage) {
      this.goneSince.set(agent.id, this.now);
      await this.desk.left(agent.id);
    }
    return agent;
  }

  hasPage(agentId: string): boolean {
    return PEOPLE.some((person) => {
      const { hasPage, session } = this.seats[person];
      return hasPage && session?.agent.id === agentId;
    });
  }

  /** Since when an agent without a page open has had none, as far as the program can know; in milliseconds since 1970. */
  goneSinceOf(agentId: string): number {
    return this.goneSince.get(agentId) ?? this.startedAt;
  }

  /** One of the entries that fit, and where none does, one of all, as on a page that is not up to date. */
  async entry(place: number, fits: (entry: DeskEntry) => boolean): Promise<DeskEntry | null> {
    const all = await this.desk.entries();
    const fitting = all.filter(fits);
    const entries = fitting.length > 0 ? fitting : all;
    return entries.length === 0 ? null : (entries[place % entries.length] ?? null);
  }

  /** What follows for somebody whose sessions the administrator has ended. */
  async sessionsEnded(person: Person): Promise<void> {
    await this.losePage(person);
    this.seats[person].session = null;
  }

  /** Ends the pages whose session has ended by its date, as every heartbeat does. */
  async heartbeat(): Promise<void> {
    for (const person of PEOPLE) {
      const { session } = this.seats[person];
      if (!session || (await this.bot.accounts.agentOf(session.token)) !== null) continue;
      const { hasPage } = this.seats[person];
      await this.sessionsEnded(person);
      if (hasPage) await this.desk.signedOut(session.agent.id);
    }
  }

  // --- The program -------------------------------------------------------------------------------------------------

  /** Everything that is due by the clock has been done. */
  async settle(): Promise<void> {
    await this.bot.idle();
    await this.heartbeat();
    for (let times = 0; times < 10; times++) {
      await this.bot.runDueTimers();
      await this.bot.idle();
      const at = this.clock.now().toISOString();
      if (this.rows(`select kind from timers where dueAt <= '${at}'`).length === 0) return;
    }
  }

  /** The program dies while it does something, at one of its next statements or at the end, and is started anew. */
  async crash(during: () => Promise<void> = async () => {}, statements = 0): Promise<void> {
    const dying = this.running;
    if (statements > 0) this.statementsLeft = statements;
    await during().catch(() => {});
    this.statementsLeft = Number.POSITIVE_INFINITY;
    dying.database.close();
    await dying.bot.stop().catch(() => {});
    this.crashes += 1;
    await this.open();
  }

  private async open(): Promise<void> {
    this.transport.forget();
    for (const person of PEOPLE) this.seats[person].hasPage = false;
    this.goneSince.clear();
    this.startedAt = this.now;
    const path = join(this.folder, 'conversations.sqlite');
    const { clock, transport } = this;
    let dies: () => void = () => {};
    const onStatement = () => {
      this.statementsLeft -= 1;
      if (this.statementsLeft === 0) dies();
    };
    const settings = {
      DESK_ASSIGNMENT: this.mode,
      ...(this.mode === 'offer' ? { DESK_TEAMS: this.teamsPath } : {}),
    };
    const test = await TestBot.open({ path, clock, transport, hear, onStatement, settings });
    dies = () => test.database.close();
    // What a start deletes by date comes to its end: where both programs are one process, the next one cannot wait for it.
    await test.bot.deleteExpired();
    await test.bot.idle();
    this.test = test;
    this.followed = test.bot.desk.follow();
    await this.followed.read(true);
    await this.learnAccounts();
  }

  /** A crash may have cut off an answer that would have told it. */
  private async learnAccounts(): Promise<void> {
    const accounts = await this.bot.accounts.agents();
    for (const person of PEOPLE) {
      const seat = this.seats[person];
      seat.hasAccount = accounts.some(({ email }) => email === `${person}@example.com`);
      const isIn = seat.session && (await this.bot.accounts.agentOf(seat.session.token)) !== null;
      if (!isIn) seat.session = null;
    }
  }

  private async invitationFor(person: Person): Promise<string | null> {
    const { accounts } = this.bot;
    if (person === 'noor') return accounts.firstInvitation();
    const administrator = this.seats.noor.session?.agent;
    return administrator ? (await accounts.invite('agent', administrator)).token : null;
  }

  get teamsPath(): string {
    return join(this.folder, 'desk-teams.json');
  }

  private get running(): TestBot {
    if (!this.test) throw new Error('the world has not begun');
    return this.test;
  }
}
