import { fc } from '../../../../support/properties.js';
import { CUSTOMERS, type Customer, PEOPLE, type Person, type World } from './world.js';

const customer = fc.constantFrom(...CUSTOMERS);
const person = fc.constantFrom(...PEOPLE);
const place = fc.nat({ max: 3 });
const ASK = 'Ik wil graag een medewerker spreken';
const NEW_WORDS = ['Waar blijft mijn pakket?', 'Er is brand in mijn meterkast!', ASK] as const;
/** What the menu of the widget does, and words for it. */
const COMMANDS = ['end-conversation', 'start-anew', 'cancel-request', 'request-person'] as const;

/** Changes the message that the customer sent last; with null it is taken back. */
async function change(world: World, who: Customer, text: string | null): Promise<void> {
  await world.change(who, text);
  await world.bot.idle();
}

const changes = fc.tuple(customer, fc.option(fc.constantFrom(...NEW_WORDS))).map(([who, text]) => ({
  name: text === null ? `${who} takes the last message back` : `${who} makes "${text}" of the last message`,
  act: (world: World) => change(world, who, text),
}));

const changesAtOnce = fc.tuple(customer, fc.option(fc.constantFrom(...NEW_WORDS))).map(([who, text]) => ({
  name: `${who} asks for a person and at once ${text === null ? 'takes it back' : `makes "${text}" of it`}`,
  act: async (world: World) => {
    await Promise.all([world.say(who, ASK), change(world, who, text)]);
  },
}));

const commands = fc.tuple(customer, fc.constantFrom(...COMMANDS)).map(([who, action]) => ({
  name: `${who} taps ${action}`,
  act: (world: World) => world.say(who, action, { action }),
}));

const cannotBeReached = customer.map((who) => ({
  name: `${who} cannot be reached any more`,
  act: (world: World) =>
    world.bot.takeEvent({ kind: 'unreachable', of: { channelId: 'test', conversationId: who } }),
}));

/** The agent's own conversations first. */
async function theirs(world: World, who: Person, at: number) {
  const agent = await world.authenticate(who);
  const entry = await world.entry(at, ({ holder }) => holder?.kind === 'agent' && holder.id === agent?.id);
  return agent && entry ? { agent, id: entry.conversationId } : null;
}

type Ending = 'close' | 'give-back';
const says = fc
  .tuple(person, place, fc.constantFrom<Ending>('close', 'give-back'))
  .map(([who, at, ending]) => ({
    name: `${who}: reply and ${ending} ${at}`,
    async act(world: World) {
      const found = await theirs(world, who, at);
      world.replies += 1;
      const key = `reply-${world.replies}`;
      if (found) await world.desk.reply(found.id, found.agent, 'Geregeld.', key, undefined, ending);
    },
  }));

const reassigns = fc.tuple(place, place).map(([at, whom]) => ({
  name: `noor: give ${at} to colleague ${whom}`,
  async act(world: World) {
    const noor = await world.authenticate('noor');
    const entry = await world.entry(at, () => true);
    const colleagues = await world.bot.accounts.agents();
    const agentId = colleagues[whom % Math.max(1, colleagues.length)]?.id;
    if (!noor || !entry || agentId === undefined) return;
    await world.bot.deskTools.lead.reassign(entry.conversationId, noor, { kind: 'colleague', agentId }, '');
  },
}));

/** Several who look at the same row within a moment. */
const claimAtOnce = place.map((at) => ({
  name: `everybody: claim ${at} at once`,
  async act(world: World) {
    const entry = await world.entry(at, ({ state }) => state === 'waiting');
    const agents = await Promise.all(PEOPLE.map((who) => world.authenticate(who)));
    if (!entry) return;
    await Promise.all(agents.map((agent) => agent && world.desk.claim(entry.conversationId, agent)));
  },
}));

type Act = 'claim' | 'close' | 'giveBack' | 'transfer' | 'losePage';
const bothAtOnce = fc
  .tuple(
    customer,
    fc.constantFrom('Laat maar', ASK, 'Hallo?'),
    person,
    fc.constantFrom<Act>('claim', 'close', 'giveBack', 'transfer', 'losePage'),
  )
  .map(([who, text, agentName, what]) => ({
    name: `${who} says "${text}" and ${agentName}: ${what}, at once`,
    async act(world: World) {
      const agent = await world.authenticate(agentName);
      const [row] = world.rows(`select id from conversations where channelConversationId = '${who}'`);
      const id = String(row?.id ?? '');
      const team = { kind: 'team', teamId: 'complaints' } as const;
      const acts: Readonly<Record<Act, () => Promise<unknown>>> = {
        claim: async () => agent && world.desk.claim(id, agent),
        close: async () => agent && world.desk.close(id, agent),
        giveBack: async () => agent && world.desk.giveBack(id, agent),
        transfer: async () => agent && world.bot.deskTools.moves.transfer(id, agent, team, ''),
        losePage: () => world.losePage(agentName),
      };
      await Promise.all([world.say(who, text), acts[what]()]);
    },
  }));

const erases = customer.map((who) => ({
  name: `noor: erase ${who}`,
  async act(world: World) {
    const noor = await world.authenticate('noor');
    const key = { kind: 'customer', channelId: 'test', customerId: `customer-${who}` } as const;
    if (noor) await world.bot.deskTools.privacy.erase(key, { kind: 'agent', id: noor.id });
  },
}));

/** What customers take back or change, and what two do within one moment. */
export const meanwhileDeeds = fc.oneof(
  { weight: 2, arbitrary: changes },
  { weight: 2, arbitrary: changesAtOnce },
  { weight: 2, arbitrary: commands },
  { weight: 1, arbitrary: cannotBeReached },
  { weight: 2, arbitrary: says },
  { weight: 2, arbitrary: reassigns },
  { weight: 2, arbitrary: claimAtOnce },
  { weight: 4, arbitrary: bothAtOnce },
  { weight: 1, arbitrary: erases },
);
