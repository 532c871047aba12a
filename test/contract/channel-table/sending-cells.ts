import { isTakenAs } from '../../../bot/files/file-kinds.js';
import { readPlainly } from '../../../channels/azure/read-plainly.js';
import { FILE_BYTES, REPLY_FILES } from '../../../channels/desk/limits.js';
import { profileOf } from '../../../channels/messenger/profile/profile.js';
import { metaDownloads } from '../../../channels/messenger/reading/meta-downloads.js';
import { readEvents } from '../../../channels/messenger/reading/read-events.js';
import { buildManifest } from '../../../channels/teams/manifest.js';
import { appWords } from '../../../channels/teams/manifest-words.js';
import { delivery, event } from '../../support/messenger-server.js';
import { addressed, attachmentsIn, canChange, eventsIn, holds, leaves } from './measure.js';
import type { TableChannel } from './table-channels.js';
import { BY_AGENT, STATUS } from './table-messages.js';

/** Cells of what goes to and fro around messages, told from what transports and readers do. */
export const sendingCells = {
  agentName,
  typing,
  queuePlace,
  files,
  typedCommands,
  receipts,
  agentRead,
  timeLimit,
  cutOff,
  events,
};

const AT = '2026-11-22T12:00:00.000Z';
const MESSENGER_FACTS = { appId: null, inboxName: 'inbox' };

async function agentName({ form, transport, left }: TableChannel): Promise<string> {
  const [first = { type: 'message' }] = form.render(BY_AGENT);
  if (first.text?.startsWith('**Sanne**')) return 'in bold above the words';
  // Azure's Facebook channel shows no sender but the page.
  if (transport.door === 'azure') return 'only in the words when they join and leave';
  await transport.send(addressed(first), { speaker: BY_AGENT.speaker, customerWroteAt: null });
  if (left.some((body) => body.includes('persona_id')))
    return "beside the words (persona), else the page's name";
  return holds(left.join(), '"name":"Sanne"', 'beside the words');
}

async function typing(channel: TableChannel): Promise<string> {
  if (!(await leaves(channel, { type: 'typing' }))) return 'not shown';
  return channel.channelId === 'slack' ? 'told to the channel' : 'shown';
}

function queuePlace(channel: TableChannel): string {
  return canChange(channel) ? 'changes the one before, while that is the last thing said' : 'a new message';
}

/** What the menu of our widget has, and where it can be typed: `test/unit/bot/typed-commands.test.ts`. */
function typedCommands({ transport, channelId, form }: TableChannel): string {
  const file = transport.takesFiles?.(channelId) ? 'a text file' : 'a text file, with `PUBLIC_URL`';
  if (transport.door === 'webchat') return `typed, and in our widget's menu; ${file}`;
  const commands = appWords('nl', { bot: 'Robin', company: 'Zwaluw' }).commands.map(({ title }) => title);
  const page = { botName: 'Robin', companyName: 'Zwaluw', websiteUrl: null, questions: { nl: [], en: [] } };
  const hasMenu =
    transport.door === 'messenger'
      ? JSON.stringify(profileOf(page)).includes('start-anew')
      : form.channelId === 'msteams' && commands.includes('Nieuw gesprek');
  return `${hasMenu ? 'typed, and in its menu' : 'typed'}; ${file}`;
}

const KINDS = ['image/png', 'application/pdf', 'text/plain', 'application/zip', 'video/mp4'];

function files({ channelId, form, transport }: TableChannel): string {
  if (transport.door === 'webchat') {
    const taken = KINDS.filter(isTakenAs).join();
    return holds(
      taken,
      KINDS.slice(0, 3).join(),
      `pictures, PDF, text: ${REPLY_FILES} of ${FILE_BYTES / 1_048_576} MB`,
    );
  }
  const picture = { contentType: 'image/png', contentUrl: 'https://cdn.example/p.png' };
  const message = { type: 'message', text: '', attachments: [picture], channelId };
  const kept = attachmentsIn((form.read ?? readPlainly)(addressed(message)));
  const fetched = form.downloads?.(addressed(message)).length ?? 0;
  const most = `${REPLY_FILES} of ${FILE_BYTES / 1_048_576} MB`;
  if (channelId === 'msteams') {
    return holds(`${kept} ${fetched} ${teamsTakesFiles()}`, '0 1 false', `pictures: ${most}`);
  }
  if (channelId !== 'facebook') return holds(String(kept), '1', 'as links, where the channel gives them');
  const things = ['image', 'audio', 'video', 'file'].map((type) => ({
    type,
    payload: { url: picture.contentUrl },
  }));
  const place = { type: 'location', payload: { coordinates: { lat: 52, long: 5 } } };
  const told = event({ message: { mid: 'm', attachments: [...things, place] } });
  const [reading] = readEvents(delivery([told]), MESSENGER_FACTS, AT);
  const all = attachmentsIn(reading?.readings ?? []);
  return holds(
    `${all} ${metaDownloads(message).length}`,
    '5 1',
    `pictures, PDF, text: ${most}; sound, films, places as links`,
  );
}

function teamsTakesFiles(): unknown {
  const texts = { botName: 'Zwaluw', companyName: 'Zwaluw', developerName: 'Zwaluw', domain: 'chat.example' };
  const urls = {
    websiteUrl: 'https://a.example',
    privacyUrl: 'https://a.example',
    termsUrl: 'https://a.example',
  };
  const ids = {
    appId: '1',
    botId: '1',
    version: '1.0.0',
    accentColor: '#1F5FBF',
    hasReadReceipts: false,
    hasDesk: false,
  };
  const { bots } = buildManifest({ ...texts, ...urls, ...ids }) as { bots: { supportsFiles: boolean }[] };
  return bots[0]?.supportsFiles;
}

function receipts({ channelId, form, transport }: TableChannel): string {
  // Told beside Direct Line, by `POST …/receipts`: `direct-line-receipts.test.ts`.
  if (transport.door === 'webchat') return 'delivered and read, from our widget; else only that it was sent';
  const told = [{ delivery: { watermark: 1 } }, { read: { watermark: 1 } }].map((parts) => event(parts));
  if (transport.door === 'messenger') {
    const readings = readEvents(delivery(told), MESSENGER_FACTS, AT).flatMap((one) => one.readings);
    return eventsIn(readings).join(' and ');
  }
  const receipt = {
    name: 'application/vnd.microsoft.readReceipt',
    value: { lastReadMessageId: '1700000000001' },
  };
  const activities = [
    { type: 'event', ...receipt },
    ...told.map((channelData) => ({ type: 'event', channelData })),
  ];
  const read = form.read ?? readPlainly;
  const events = activities.flatMap((one) => eventsIn(read({ ...addressed(one), timestamp: AT, channelId })));
  return events.length > 0
    ? `${events.join(' and ')}, in personal chats, with \`TEAMS_READ_RECEIPTS\``
    : 'only that it was sent';
}

async function agentRead({ transport, left }: TableChannel): Promise<string> {
  if (!transport.showRead) return 'nothing: bots cannot tell it';
  const before = left.length;
  const read = { type: 'event', name: 'conversation/read', value: { activityId: 'm_1' } };
  await transport.showRead(addressed(read), { speaker: BY_AGENT.speaker, customerWroteAt: AT });
  const sign = left.slice(before).join();
  if (transport.door === 'messenger') return holds(sign, 'mark_seen', '"seen", within 24 hours');
  return holds(sign, 'conversation/read', '"Gelezen" in our widget; elsewhere the event `conversation/read`');
}

function timeLimit({ form, transport }: TableChannel): string {
  const [bot, agent] = (['bot', 'agent'] as const).map((speaker) => {
    const until = transport.replyUntil?.(speaker, AT) ?? null;
    return until === null ? null : (Date.parse(until) - Date.parse(AT)) / 3_600_000;
  });
  if (bot != null && agent != null)
    return `the bot ${bot} hours, agents ${agent / 24} days, counted down at the desk`;
  return form.channelId === 'facebook' ? 'not counted; Meta refuses and the desk says so' : 'none';
}

function cutOff({ transport: { door, lateArrivalMs } }: TableChannel): string {
  if (lateArrivalMs) return `sent again after ${lateArrivalMs / 1_000} s without Meta's echo`;
  return door === 'webchat' ? 'sent again, shown once' : 'sent again; it may show twice';
}

async function events(channel: TableChannel): Promise<string> {
  const { channelId, form } = channel;
  const [status = { type: 'none' }] = form.render(STATUS);
  if (await leaves(channel, { ...status, channelId })) return `\`${status.name}\``;
  if (channelId !== 'slack') return 'none: told in words';
  const taken: string[] = [];
  for (const other of ['emulator', 'webchat', 'directline', 'msteams', 'facebook']) {
    if (await leaves(channel, { ...status, channelId: other })) taken.push(other);
  }
  return holds(
    taken.join(),
    'emulator,webchat,directline',
    `none; \`${status.name}\` to ${taken.join(', ')}`,
  );
}
