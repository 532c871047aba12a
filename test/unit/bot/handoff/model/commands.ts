import type { AgentStatus } from '../../../../../bot/contracts/assignment.js';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { fc } from '../../../../support/properties.js';
import { wrongIn } from './check-world.js';
import { FAILURES, type FailureName } from './faulty-transport.js';
import { meanwhileDeeds } from './meanwhile-deeds.js';
import { rowDeeds } from './row-deeds.js';
import { CUSTOMERS, PEOPLE, type Person, type World } from './world.js';

/** What somebody does, and how a failing run is told. */
interface Deed {
  readonly name: string;
  act(world: World): Promise<void>;
}

/** What fast-check keeps beside the world: only which deeds there were, because the world itself is held to its rules. */
export interface Story {
  deeds: number;
}

const TEXTS = [
  'Waarom doet mijn wifi het niet?',
  'Ik wil een klacht indienen over de monteur',
  'Laat maar',
  'Ja',
  'Nee',
  'Er is brand in mijn meterkast!',
  'Waar blijft mijn pakket?',
  'Hallo?',
  'Wat kost het en',
] as const;

const SECONDS = [1, 20, 31, 60, 91, 119, 120, 121, 600, 1_799, 1_800, 3_600] as const;
const LONG_SECONDS = [43_200, 86_400] as const;

const customer = fc.constantFrom(...CUSTOMERS);
const person = fc.constantFrom(...PEOPLE);
const colleague = fc.constantFrom<Person>('sanne', 'joris');
const place = fc.nat({ max: 3 });

const says = fc.tuple(customer, fc.constantFrom(...TEXTS)).map(
  ([who, text]): Deed => ({
    name: `${who} says "${text}"`,
    act: (world) => world.say(who, text),
  }),
);
const asks = customer.map(
  (who): Deed => ({
    name: `${who} asks for a person`,
    act: (world) => world.say(who, 'Ik wil graag een medewerker spreken'),
  }),
);
const taps = fc.tuple(customer, place).map(
  ([who, at]): Deed => ({
    name: `${who} taps choice ${at}`,
    act: (world) => world.tap(who, at),
  }),
);
const comes = person.map(
  (who): Deed => ({
    name: `${who} is at the desk`,
    async act(world) {
      await world.signIn(who);
      await world.openPage(who);
    },
  }),
);
const comesAndGoes = fc
  .tuple(person, fc.constantFrom('signIn', 'signOut', 'openPage', 'losePage'))
  .map(([who, what]): Deed => ({ name: `${who}: ${what}`, act: (world) => world[what](who) }));

const claims = fc
  .tuple(person, place)
  .map(([who, at]): Deed => ({ name: `${who}: claim ${at}`, act: (world) => work(world, who, at, 'claim') }));
const works = fc.tuple(person, place, fc.constantFrom('reply', 'giveBack', 'close', 'takeOver')).map(
  ([who, at, what]): Deed => ({
    name: `${who}: ${what} ${at}`,
    act: (world) => work(world, who, at, what),
  }),
);

const movesOn = fc
  .tuple(person, place, fc.constantFrom<Moving>('colleague', 'team', 'hour', 'tomorrow', 'wake', 'take'))
  .map(
    ([who, at, what]): Deed => ({
      name: `${who}: ${what} ${at}`,
      act: (world) => moveOn(world, who, at, what),
    }),
  );

/** A request that came in before its sender was gone, and is carried out then. */
const goesWhileClaiming = fc.tuple(person, place, fc.constantFrom('signOut', 'losePage'), fc.boolean()).map(
  ([who, at, what, isFirst]): Deed => ({
    name: `${who}: claim ${at} and ${what}${isFirst ? ' before' : ''} at once`,
    async act(world) {
      const agent = await world.authenticate(who);
      const entry = await world.entry(at, WAITING);
      if (!agent || !entry) return;
      const claim = () => world.desk.claim(entry.conversationId, agent);
      const go = () => world[what](who);
      if (isFirst) await go();
      await Promise.all([claim(), isFirst ? null : go()]);
    },
  }),
);

const administers = fc.tuple(colleague, fc.constantFrom('lock', 'unlock', 'remove', 'endSessions')).map(
  ([whom, what]): Deed => ({
    name: `noor: ${what} ${whom}`,
    act: (world) => administer(world, whom, what),
  }),
);

const answersElsewhere = customer.map(
  (who): Deed => ({
    name: `somebody answers ${who} elsewhere`,
    act: (world) =>
      world.bot.takeEvent({
        kind: 'answered-elsewhere',
        of: { channelId: 'test', conversationId: who },
        door: 'webchat',
        from: { id: `customer-${who}` },
        recipient: { id: 'bot-1' },
        place: 'Meta Business Suite',
        activityId: null,
        text: 'Dag',
        at: world.clock.now().toISOString(),
      }),
  }),
);
const leavesElsewhere = customer.map(
  (who): Deed => ({
    name: `somebody elsewhere leaves ${who}`,
    act: (world) =>
      world.bot.takeEvent({
        kind: 'left-elsewhere',
        of: { channelId: 'test', conversationId: who },
      }),
  }),
);
const timePasses = fc.constantFrom(...SECONDS).map(
  (seconds): Deed => ({
    name: `${seconds} s pass`,
    act: async (world) => world.clock.forward({ seconds }),
  }),
);
const daysPass = fc.constantFrom(...LONG_SECONDS).map(
  (seconds): Deed => ({
    name: `${seconds} s pass`,
    act: async (world) => world.clock.forward({ seconds }),
  }),
);
const channelFails = fc
  .tuple(fc.constantFrom(...(Object.keys(FAILURES) as FailureName[])), fc.integer({ min: 1, max: 3 }))
  .map(
    ([name, times]): Deed => ({
      name: `the channel fails: ${name} × ${times}`,
      act: async (world) => world.transport.failWith(...Array.from({ length: times }, () => FAILURES[name])),
    }),
  );
const declines = fc.tuple(person, place).map(
  ([who, at]): Deed => ({
    name: `${who}: decline ${at}`,
    async act(world) {
      const agent = await world.authenticate(who);
      const entry = await world.entry(at, ({ offer }) => offer?.agentId === agent?.id);
      if (agent && entry) await world.bot.assignment.decline(entry.conversationId, agent.id);
    },
  }),
);
const setsStatus = fc.tuple(person, fc.constantFrom<AgentStatus>('available', 'away')).map(
  ([who, status]): Deed => ({
    name: `${who} is ${status}`,
    async act(world) {
      const agent = await world.authenticate(who);
      if (agent) await world.bot.assignment.setStatus(agent.id, status);
    },
  }),
);

/** Weighed so that most stories have somebody who waits and somebody who helps: the rest happens to them. */
const DEEDS = [
  { weight: 8, arbitrary: asks },
  { weight: 5, arbitrary: says },
  { weight: 3, arbitrary: taps },
  { weight: 6, arbitrary: comes },
  { weight: 4, arbitrary: comesAndGoes },
  { weight: 8, arbitrary: claims },
  { weight: 5, arbitrary: works },
  { weight: 4, arbitrary: movesOn },
  { weight: 2, arbitrary: goesWhileClaiming },
  { weight: 2, arbitrary: declines },
  { weight: 2, arbitrary: setsStatus },
  { weight: 2, arbitrary: administers },
  { weight: 3, arbitrary: rowDeeds },
  { weight: 8, arbitrary: meanwhileDeeds },
  { weight: 1, arbitrary: answersElsewhere },
  { weight: 1, arbitrary: leavesElsewhere },
  { weight: 5, arbitrary: timePasses },
  { weight: 1, arbitrary: daysPass },
  { weight: 3, arbitrary: channelFails },
];
const crashes = fc.tuple(fc.oneof(...DEEDS), fc.integer({ min: 0, max: 40 })).map(
  ([deed, statements]): Deed => ({
    name: `crash ${statements} statements into: ${deed.name}`,
    act: (world) => world.crash(() => deed.act(world), statements),
  }),
);

/** Orders of events, as fast-check draws and shortens them. */
export function stories(longest: number) {
  const deeds = fc.oneof(...DEEDS, { weight: 6, arbitrary: crashes });
  return fc.commands([deeds.map(toCommand)], { maxCommands: longest, size: 'max' });
}

function toCommand(deed: Deed): fc.AsyncCommand<Story, World> {
  return {
    check: () => true,
    async run(story, world) {
      story.deeds += 1;
      await deed.act(world);
      await world.settle();
      if ((await wrongIn(world)).length === 0) return;
      // What began after the look at what was running, and ends by itself, is no limbo.
      await world.settle();
      const wrong = await wrongIn(world);
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    },
    toString: () => deed.name,
  };
}

type Fits = (entry: DeskEntry) => boolean;
const WAITING: Fits = ({ state }) => state === 'waiting';
const HELD: Fits = ({ holder }) => holder?.kind === 'agent';

type Work = 'claim' | 'reply' | 'giveBack' | 'close' | 'takeOver';

async function work(world: World, who: Person, at: number, what: Work): Promise<void> {
  const agent = await world.authenticate(who);
  const isFit: Fits =
    what === 'claim'
      ? WAITING
      : what === 'takeOver'
        ? HELD
        : ({ holder }) => holder?.kind === 'agent' && holder.id === agent?.id;
  const entry = await world.entry(at, isFit);
  if (!agent || !entry) return;
  const { desk } = world;
  const { conversationId, holder } = entry;
  world.replies += 1;
  if (what === 'reply') await desk.reply(conversationId, agent, 'Ik kijk het na.', `reply-${world.replies}`);
  else if (what === 'takeOver')
    await desk.takeOver(conversationId, agent, holder?.kind === 'agent' ? holder.id : '');
  else await desk[what](conversationId, agent);
}

type Moving = 'colleague' | 'team' | 'hour' | 'tomorrow' | 'wake' | 'take';

/** Passes on, sets aside, takes up again, or takes what the bot has. */
async function moveOn(world: World, who: Person, at: number, what: Moving): Promise<void> {
  const agent = await world.authenticate(who);
  const { desk } = world;
  const { moves, archive } = world.bot.deskTools;
  if (agent && what === 'take') {
    const all = await archive.withBot();
    const entry = all[at % Math.max(1, all.length)];
    if (entry) await desk.take(entry.conversationId, agent);
    return;
  }
  const entry = await world.entry(at, ({ holder }) => holder?.kind === 'agent' && holder.id === agent?.id);
  if (!agent || !entry) return;
  const { conversationId } = entry;
  const colleagues = (await world.bot.accounts.agents()).filter(({ id }) => id !== agent.id);
  const agentId = colleagues[at % Math.max(1, colleagues.length)]?.id ?? agent.id;
  if (what === 'colleague') await moves.transfer(conversationId, agent, { kind: what, agentId }, 'Kijk je?');
  else if (what === 'team')
    await moves.transfer(conversationId, agent, { kind: what, teamId: 'complaints' }, '');
  else if (what === 'wake') await moves.wake(conversationId, agent);
  else if (what !== 'take') await moves.snooze(conversationId, agent, { kind: what });
}

type Administration = 'lock' | 'unlock' | 'remove' | 'endSessions';

async function administer(world: World, whom: Person, what: Administration): Promise<void> {
  const { accounts } = world.bot;
  const noor = await world.authenticate('noor');
  const account = (await accounts.agents()).find(({ email }) => email === `${whom}@example.com`);
  if (!noor || !account) return;
  const following: Promise<void>[] = [];
  const stop = accounts.onSessionsEnded(() => following.push(world.sessionsEnded(whom)));
  try {
    await accounts[what](account.id, noor);
  } finally {
    stop();
    // A crash may come in the midst of it, and is then the crash of the whole deed.
    await Promise.all(following);
  }
  if (what === 'remove') world.seats[whom].hasAccount = false;
}
