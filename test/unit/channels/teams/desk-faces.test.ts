import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { type AzureLogin, startAzureLogin } from '../../../support/azure-login.js';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { type FakeConnector, startFakeConnector } from '../../../support/fake-connector.js';
import { PASSWORD, startTeamsDesk, type TeamsDeskStage } from '../../../support/teams-desk-stage.js';
import { cardOf } from '../../../support/teams-team.js';

/** What an agent does and sees, whichever face of the desk they work at. */
interface FaceAgent {
  /** Each gives what the agent is told; '' where it was carried out. */
  claim(id: string): Promise<string>;
  replies(id: string, text: string): Promise<string>;
  /** Writes a reply before something comes, and sends it after. */
  repliesWithout(id: string, text: string, whatComes: () => Promise<void>): Promise<string>;
  close(id: string): Promise<string>;
  giveBack(id: string): Promise<string>;
  /** Passes it on to a colleague, with a comment. */
  passesOn(id: string, to: string, comment: string): Promise<string>;
  /** Sends the canned answer with this title as it is filled. */
  sendsCanned(id: string, title: string): Promise<string>;
  /** Everything that can be read of the conversation. */
  sees(id: string): Promise<string>;
}

let login: AzureLogin;
let connector: FakeConnector;
let stage: TeamsDeskStage;

beforeAll(async () => {
  login = await startAzureLogin();
});
afterAll(() => login.stop());
beforeEach(async () => {
  connector = await startFakeConnector();
  stage = await startTeamsDesk(login, connector);
});
afterEach(async () => {
  await stage.stop();
  await connector.stop();
});

const FACES: readonly [string, (name: string) => Promise<FaceAgent>][] = [
  ['the page', pageAgent],
  ['Teams', teamsAgent],
];

async function pageAgent(name: string): Promise<FaceAgent> {
  await stage.agent(name);
  const client: DeskClient = createDeskClient(stage.url);
  await client.signIn(`${name.toLowerCase()}@example.com`, PASSWORD);
  const conversation = async (id: string) => (await client.get(`/conversation/${id}`)).body?.conversation;
  const seenId = async (id: string) => (await conversation(id))?.messages.at(-1)?.id;
  const told = async (path: string, body: object = {}) => {
    const answer = await client.post(path, body);
    const { message = '', newer = [] } = answer.body?.error ?? {};
    return [message, ...newer.map(({ text }) => text)].filter((line) => line !== '').join('\n');
  };
  const reply = (id: string, text: string, seen: string | undefined) =>
    told(`/conversation/${id}/reply`, { text, key: randomUUID(), seenId: seen });
  return {
    claim: (id) => told(`/conversation/${id}/claim`),
    replies: async (id, text) => reply(id, text, await seenId(id)),
    async repliesWithout(id, text, whatComes) {
      const seen = await seenId(id);
      await whatComes();
      return reply(id, text, seen);
    },
    close: (id) => told(`/conversation/${id}/close`),
    giveBack: (id) => told(`/conversation/${id}/give-back`),
    async passesOn(id, to, comment) {
      const { colleagues } = (await client.get('/colleagues')).body as unknown as {
        colleagues: { id: string; name: string }[];
      };
      const agentId = colleagues.find(({ name: known }) => known === to)?.id;
      return told(`/conversation/${id}/transfer`, { to: { kind: 'colleague', agentId }, comment });
    },
    async sendsCanned(id, title) {
      const canned = await client.get('/canned');
      const { answers } = canned.body as unknown as { answers: { title: string; text: string }[] };
      // Placeholders are filled by the page: what it does has tests of its own.
      const text = answers.find((answer) => answer.title === title)?.text ?? '';
      return reply(id, text.replace('{klant}', 'Klant c1'), await seenId(id));
    },
    sees: async (id) => JSON.stringify(await conversation(id)),
  };
}

async function teamsAgent(name: string): Promise<FaceAgent> {
  const { person } = await stage.agent(name);
  const root = (): Activity => stage.team.card('Klant c1 · ');
  const taps = async (title: string) => {
    const answer = await stage.team.taps(person, root(), title);
    return answer.type.endsWith('.message') ? answer.words : '';
  };
  const notices = () => stage.team.thread(root()).length;
  const writes = async (text: string, id?: string) => {
    await stage.shown();
    const before = notices();
    await stage.team.writes(person, text, {
      root: root(),
      isMention: true,
      ...(id === undefined ? {} : { id }),
    });
    await stage.shown();
    return stage.team
      .thread(root())
      .slice(before)
      .map((shown) => JSON.stringify(shown.attachments?.[0]?.content))
      .filter((shown) => shown.includes('"Warning"'))
      .join('\n');
  };
  return {
    async claim() {
      await stage.shown();
      return taps('Neem dit gesprek');
    },
    replies: (_id, text) => writes(text),
    async repliesWithout(_id, text, whatComes) {
      await stage.shown();
      const writtenAt = connector.nextId();
      await whatComes();
      return writes(text, writtenAt);
    },
    async close() {
      await stage.shown();
      return taps('Sluit af');
    },
    async giveBack() {
      await stage.shown();
      return taps('Terug naar de bot');
    },
    async passesOn(_id, to, comment) {
      await stage.shown();
      const opened = await stage.team.taps(person, root(), 'Draag over');
      const chooser = cardOf(opened, root());
      const inputs = { target: choiceOf(chooser, to), comment };
      const answer = await stage.team.taps(person, chooser, 'Draag nu over', inputs);
      return answer.type.endsWith('.message') ? answer.words : '';
    },
    async sendsCanned(_id, title) {
      await stage.shown();
      const canned = choiceOf(root(), title);
      const opened = await stage.team.taps(person, root(), 'Gebruik standaardantwoord', { canned });
      const text = inputOf(opened.value);
      const sent = await stage.team.taps(person, cardOf(opened, root()), 'Verstuur', { text });
      return sent.type.endsWith('.message') ? sent.words : '';
    },
    async sees() {
      await stage.shown();
      return JSON.stringify([root(), ...stage.team.thread(root())]);
    },
  };
}

function choiceOf({ attachments = [] }: Activity, title: string): string {
  const cards = attachments as unknown as {
    content: { body: { choices?: { title: string; value: string }[] }[] };
  }[];
  const choices = cards.flatMap(({ content }) => content.body.flatMap((element) => element.choices ?? []));
  return choices.find((choice) => choice.title.startsWith(title))?.value ?? 'none';
}

function inputOf(card: unknown): string {
  const { body } = card as { body: { type: string; value?: string }[] };
  return body.find(({ type }) => type === 'Input.Text')?.value ?? '';
}

/** What the customer heard since the last look. */
async function heard(): Promise<string> {
  await stage.test.bot.idle();
  return stage.test.newTexts('c1').join('\n');
}

const stateOf = async (id: string) => (await stage.test.bot.desk.conversation(id))?.entry.state;

describe.each(FACES)('an agent at %s', (_face, agentAt) => {
  let sanne: FaceAgent;
  let id: string;
  beforeEach(async () => {
    sanne = await agentAt('Sanne');
    id = await stage.customerAsks('c1', 'Mag ik een medewerker spreken over wifi <b>?');
    await heard();
  });

  it('sees who waits, with what was said', async () => {
    expect(await sanne.sees(id)).toContain('over wifi <b>?');
  });

  it('takes a conversation, and the customer hears who is there', async () => {
    expect(await sanne.claim(id)).toBe('');
    expect(await heard()).toContain('Sanne');
    expect(await stateOf(id)).toBe('with-agent');
  });

  it('is told who has a conversation that a colleague took first', async () => {
    const mehmet = await agentAt('Mehmet');
    await stage.shown();
    const both = await Promise.all([sanne.claim(id), mehmet.claim(id)]);
    const told = both.filter((words) => words !== '');
    expect(told).toHaveLength(1);
    const { holder } = (await stage.test.bot.desk.conversation(id))?.entry ?? {};
    expect(told[0]).toContain(holder?.name);
  });

  it('replies to the customer, and sees what the customer says then', async () => {
    await sanne.claim(id);
    expect(await sanne.replies(id, 'Dag, wat is er mis?')).toBe('');
    expect(await heard()).toContain('Dag, wat is er mis?');
    await stage.customerSays('Het lampje <i>knippert</i>');
    expect(await sanne.sees(id)).toContain('Het lampje <i>knippert</i>');
  });

  it('cannot reply to whom a colleague has', async () => {
    const mehmet = await agentAt('Mehmet');
    await mehmet.claim(id);
    await heard();
    expect(await sanne.replies(id, 'Ik ook!')).toContain('Mehmet');
    expect(await heard()).not.toContain('Ik ook!');
  });

  it('has a reply held back, with what came meanwhile, and sends it then', async () => {
    await sanne.claim(id);
    await sanne.replies(id, 'Dag!');
    const told = await sanne.repliesWithout(id, 'Zet hem uit en aan', () =>
      stage.customerSays('Laat maar, opgelost'),
    );
    expect(told).toContain('Laat maar, opgelost');
    expect(await heard()).not.toContain('Zet hem uit en aan');
    expect(await sanne.replies(id, 'Mooi zo')).toBe('');
    expect(await heard()).toContain('Mooi zo');
  });

  it('closes, and the next question goes to the bot', async () => {
    await sanne.claim(id);
    expect(await sanne.close(id)).toBe('');
    expect(await stateOf(id)).toBe('solved');
    await heard();
    await stage.customerSays('Waarom doet mijn wifi het niet?');
    expect(await heard()).toContain('Zet het modem uit');
  });

  it('gives a conversation back to the bot', async () => {
    await sanne.claim(id);
    expect(await sanne.giveBack(id)).toBe('');
    expect(await stateOf(id)).not.toBe('with-agent');
    expect(await stage.test.bot.desk.entries()).toEqual([]);
  });

  it('passes a conversation on to a colleague, who sees why', async () => {
    const mehmet = await agentAt('Mehmet');
    await sanne.claim(id);
    await sanne.replies(id, 'Dag!');
    expect(await sanne.passesOn(id, 'Mehmet', 'weet meer van wifi')).toBe('');
    const { entry } = (await stage.test.bot.desk.conversation(id)) ?? {};
    expect(entry).toMatchObject({ state: 'waiting', offer: { agentName: 'Mehmet' } });
    expect(await mehmet.sees(id)).toContain('weet meer van wifi');
    expect(await sanne.claim(id)).toContain('Mehmet');
    expect(await mehmet.claim(id)).toBe('');
    expect(await stateOf(id)).toBe('with-agent');
  });

  it('sends a canned answer with the name of the customer', async () => {
    const [administrator] = await stage.test.bot.accounts.agents();
    const text = {
      language: 'nl',
      shortcut: 'dag',
      title: 'Begroeting',
      text: 'Dag {klant}!',
      ending: null,
    } as const;
    await stage.test.bot.deskTools.canned.add(
      { ...administrator, role: 'administrator' } as never,
      text,
      true,
    );
    await sanne.claim(id);
    expect(await sanne.sendsCanned(id, 'Begroeting')).toBe('');
    expect(await heard()).toContain('Dag Klant c1!');
  });
});
