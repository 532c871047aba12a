import type { Activity } from '../../bot/contracts/activities.js';
import type { AzureLogin } from './azure-login.js';
import type { FakeConnector } from './fake-connector.js';
import { teamsWords } from './teams-customer.js';

export const DESK_CHANNEL = '19:desk@thread.tacv2';
export const DESK_TEAM = '19:team@thread.tacv2';
const TENANT = 'tenant-1';
const BOT = { id: '28:bot', name: 'Zwaluw' };

/** Somebody in Teams, with the object id that Microsoft vouches for. */
export interface TeamsPerson {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** What came back for a tap. */
export interface TapAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
  /** Everything that can be read in it. */
  readonly words: string;
}

/** A team of Teams with a channel: its people write and tap, Azure signs what they do and posts it to the bot. */
export interface TeamsTeam {
  /** @param isMember whether they belong to the team */
  person(name: string, isMember?: boolean): TeamsPerson;
  /** Writes in the channel, in a thread of it, or in a personal chat; gives the status. */
  writes(person: TeamsPerson, text: string, more?: WritesMore): Promise<number>;
  /** Taps a button of a card by its title, with what was typed or chosen on it. */
  taps(
    person: TeamsPerson,
    card: Activity,
    title: string,
    inputs?: Record<string, unknown>,
  ): Promise<TapAnswer>;
  /** Posts any activity of the channel. */
  posts(person: TeamsPerson, activity: Partial<Activity>): Promise<Response>;
  /** First messages of all threads, in their order: hand-offs and the queue. */
  roots(): readonly Activity[];
  /** The card whose words hold these; a root. */
  card(words: string): Activity;
  /** What stands below a root, in order. */
  thread(root: Activity): readonly Activity[];
}

export interface WritesMore {
  /** Root of the thread; none for the channel itself. */
  readonly root?: Activity;
  readonly isMention?: boolean;
  readonly channelId?: string;
  readonly isPersonal?: boolean;
  /** Of the message; one that rises where not given. */
  readonly id?: string;
  readonly attachments?: Activity['attachments'];
}

/** @param login signs what is posted; null where the bot takes it unsigned, as from the Emulator */
export function createTeam(url: string, connector: FakeConnector, login: AzureLogin | null): TeamsTeam {
  let people = 0;

  async function post(activity: Activity): Promise<Response> {
    const claims = { serviceurl: connector.url };
    const signature = login && { Authorization: await login.sign({ claims }) };
    return fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signature },
      body: JSON.stringify(activity),
    });
  }

  function inChannel(person: TeamsPerson, root: Activity | undefined, channelId = DESK_CHANNEL): Activity {
    const id = root === undefined ? channelId : `${channelId};messageid=${root.id}`;
    return {
      type: 'message',
      id: connector.nextId(),
      timestamp: new Date(Number(connector.nextId())).toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { ...person },
      recipient: BOT,
      conversation: { id, isGroup: true, conversationType: 'channel', tenantId: TENANT },
      channelData: { tenant: { id: TENANT }, team: { id: DESK_TEAM }, channel: { id: channelId } },
      locale: 'nl-NL',
    };
  }

  const roots = () =>
    connector
      .conversations()
      .filter((id) => id.startsWith(`${DESK_CHANNEL};messageid=`))
      .flatMap((id) => connector.shown(id).filter((shown) => id.endsWith(`=${shown.id}`)));

  return {
    roots,
    person(name, isMember = true) {
      people += 1;
      const person = { id: `29:${name}`, name, aadObjectId: `00000000-0000-4000-8000-00000000000${people}` };
      connector.setMember(DESK_TEAM, person.id, isMember);
      return person;
    },
    async writes(person, text, more = {}) {
      const { root, isMention = false, isPersonal = false, channelId, id, attachments } = more;
      const activity = inChannel(person, root, channelId);
      const mention = { type: 'mention', text: '<at>Zwaluw</at>', mentioned: BOT };
      const response = await post({
        ...activity,
        ...(id === undefined ? {} : { id }),
        ...(attachments === undefined ? {} : { attachments }),
        text: isMention ? `<at>Zwaluw</at> ${text}` : text,
        ...(isMention ? { entities: [mention] } : {}),
        ...(isPersonal
          ? { conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId: TENANT } }
          : {}),
      });
      return response.status;
    },
    async taps(person, card, title, inputs = {}) {
      const button = buttonsIn(card.attachments?.[0]?.content).find((found) => found.title === title);
      if (!button) throw new Error(`The card has no button "${title}": ${teamsWords(card)}`);
      const root = (card.rootOf as Activity | undefined) ?? card;
      const response = await post({
        ...inChannel(person, root),
        type: 'invoke',
        id: 'f:invoke',
        name: 'adaptiveCard/action',
        replyToId: card.id ?? '',
        value: {
          action: {
            type: 'Action.Execute',
            verb: button.verb,
            data: { ...(button.data as object), ...inputs },
          },
          trigger: 'manual',
        },
      });
      const body = (await response.json()) as Omit<TapAnswer, 'words'>;
      const words =
        typeof body.value === 'string'
          ? body.value
          : teamsWords({ type: 'message', attachments: [{ contentType: '', content: body.value }] });
      return { ...body, words };
    },
    posts: (person, activity) => post({ ...inChannel(person, undefined), ...activity }),
    card(words) {
      const found = roots().find((root) => teamsWords(root).includes(words));
      if (!found) throw new Error(`No card says "${words}": ${roots().map(teamsWords).join('\n---\n')}`);
      return found;
    },
    thread: (root) =>
      connector.shown(`${DESK_CHANNEL};messageid=${root.id}`).filter(({ id }) => id !== root.id),
  };
}

/** The card that an answer put in the place of another, to be tapped in turn. */
export function cardOf(answer: TapAnswer, root: Activity): Activity {
  return {
    type: 'message',
    id: root.id ?? '',
    rootOf: root,
    attachments: [{ contentType: '', content: answer.value }],
  };
}

/** All buttons of a card. */
export function buttonsIn(content: unknown): Record<string, unknown>[] {
  if (Array.isArray(content)) return content.flatMap(buttonsIn);
  if (content === null || typeof content !== 'object') return [];
  const own =
    (content as { type?: unknown }).type === 'Action.Execute' ? [content as Record<string, unknown>] : [];
  return [...own, ...Object.values(content).flatMap(buttonsIn)];
}
