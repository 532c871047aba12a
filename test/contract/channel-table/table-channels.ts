import type { Activity } from '../../../bot/contracts/activities.js';
import type { ChannelForm, Transport } from '../../../bot/contracts/channels.js';
import { createAzureTransport } from '../../../channels/azure/azure-transport.js';
import { renderPlain } from '../../../channels/azure/render-plain.js';
import { readActivity as readFacebook } from '../../../channels/messenger/reading/read-activity.js';
import { renderMessage as renderFacebook } from '../../../channels/messenger/rendering/render-message.js';
import { createMessengerTransport } from '../../../channels/messenger/sending/transport.js';
import { createTeamsForm } from '../../../channels/teams/create-teams-form.js';
import { createBotLine } from '../../../channels/webchat/live/bot-line.js';
import { renderMessage as renderWebchat } from '../../../channels/webchat/render-message.js';
import { silentLog } from '../../../index/platform/log.js';
import { MESSENGER_OPTIONS } from '../../support/messenger-server.js';
import { NO_FILES } from '../../support/test-files.js';

/** A column of the table: how a channel looks, and a way out that goes nowhere. */
export interface TableChannel {
  readonly name: string;
  /** Value of `channelId` where one stands for the column. */
  readonly channelId: string;
  readonly form: ChannelForm;
  readonly transport: Transport;
  /** What left the program so far, as JSON. */
  readonly left: readonly string[];
  /** Titles on buttons, of what was rendered. */
  readonly buttons: (activities: readonly Activity[]) => readonly string[];
}

const NOW = '2026-11-22T12:00:00.000Z';
const clock = { now: () => new Date(NOW) };

/** Our web chat, Messenger by both ways, Teams, and every channel of Azure without a form of its own. */
export function openTableChannels(): readonly TableChannel[] {
  const teams = createTeamsForm({ hasAiLabel: true });
  return [
    {
      name: 'Web chat',
      channelId: 'directline',
      ...webchatWay(),
      buttons: suggested,
      form: { channelId: 'directline', render: renderWebchat },
    },
    {
      name: 'Messenger',
      channelId: 'facebook',
      ...messengerWay(),
      buttons: quickReplies,
      form: { channelId: 'facebook', render: renderFacebook, read: readFacebook },
    },
    {
      name: 'Messenger through Azure',
      channelId: 'facebook',
      ...azureWay(),
      buttons: quickReplies,
      form: { channelId: 'facebook', render: renderFacebook, read: readFacebook },
    },
    { name: 'Teams', channelId: 'msteams', ...azureWay(), buttons: cardButtons, form: teams },
    {
      name: 'Slack, Telegram, e-mail, Emulator …',
      channelId: 'slack',
      ...azureWay(),
      buttons: suggested,
      form: { channelId: '*', render: renderPlain },
    },
  ];
}

function webchatWay() {
  const left: string[] = [];
  const keep = async <Kept>(_conversationId: string, activity: Kept) => {
    left.push(JSON.stringify(activity));
    return activity;
  };
  const pushSign = async (conversationId: string, activity: Activity) => void keep(conversationId, activity);
  const live = { append: keep, pushOnly: keep, pushSign, join: async () => {} };
  return { left, transport: createBotLine({ receive: async () => {} }, live, silentLog).transport };
}

function messengerWay() {
  const left: string[] = [];
  const answer = async (_address: unknown, request: { readonly body?: unknown } = {}) => {
    if (request.body === undefined) return Response.json({ data: [] });
    const body = String(request.body);
    left.push(body);
    return Response.json(body.includes('"name"') ? { id: '1' } : { message_id: 'm_1' });
  };
  const options = { ...MESSENGER_OPTIONS, personaPicture: 'https://chat.example/agent.png' };
  return {
    left,
    transport: createMessengerTransport({
      options,
      files: NO_FILES,
      log: silentLog,
      clock,
      fetch: answer as typeof fetch,
    }),
  };
}

function azureWay() {
  const left: string[] = [];
  const take = async (activity: Activity) => {
    left.push(JSON.stringify(activity));
    return { kind: 'taken', id: '1' } as const;
  };
  const connector = { send: take, update: take };
  return {
    left,
    transport: createAzureTransport({
      connector,
      isLocalOnly: false,
      log: silentLog,
      clock,
      sending: { files: NO_FILES, publicUrl: null },
    }),
  };
}

function suggested(activities: readonly Activity[]): readonly string[] {
  const { actions } = (activities.at(-1)?.suggestedActions ?? { actions: [] }) as {
    actions: { title: string }[];
  };
  return actions.map(({ title }) => title);
}

function quickReplies(activities: readonly Activity[]): readonly string[] {
  const { quick_replies: replies = [] } = (activities.at(-1)?.channelData ?? {}) as {
    quick_replies?: { title: string }[];
  };
  return replies.map(({ title }) => title);
}

function cardButtons(activities: readonly Activity[]): readonly string[] {
  return activities
    .flatMap(({ attachments = [] }) => attachments)
    .flatMap(({ content }) => (content as { body: { type: string; actions?: { title: string }[] }[] }).body)
    .flatMap(({ type, actions = [] }) => (type === 'ActionSet' ? actions : []))
    .map(({ title }) => title);
}
