import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../../bot/contracts/activities.js';
import type { BotEntry, Transport } from '../../bot/contracts/channels.js';
import type { ChoiceValue, OutgoingMessage } from '../../bot/contracts/messages.js';
import { renderMessage } from '../../channels/webchat/render-message.js';
import { ROOT } from './product-files.js';
import { SEND_FACTS } from './send-facts.js';
import { startWebchatServer, type WebchatServer } from './webchat-server.js';
import { ANSWER, CHOICES, GREETING, HOSTILE, said, WAITING } from './widget-messages.js';

/** The bot of the stage: what it says to which words, or to which tap. */
function replies(activity: Activity): OutgoingMessage[] {
  const value = activity.value as ChoiceValue | undefined;
  if (activity.type === 'typing') return [];
  if (activity.type === 'event') return activity.name === 'webchat/join' ? [GREETING] : [];
  if (value?.action === 'request-person') return [WAITING];
  if (value?.action === 'cancel-request') return [said('Goed, ik help u zelf verder.', { status: bot() })];
  if (value?.action === 'feedback') return [said('Fijn, bedankt voor uw reactie.')];
  if (value?.action === 'pick-item') return [ANSWER];
  const text = activity.text ?? '';
  if (/esim/i.test(text)) return [ANSWER];
  if (/wifi/i.test(text)) return [CHOICES];
  if (/kwaad/i.test(text)) return [HOSTILE];
  return [said(`U zei: ${text}`)];
}

function bot(): OutgoingMessage['status'] {
  return { handoff: 'with-bot', agentName: null, queuePosition: null };
}

export interface WidgetStage extends WebchatServer {
  /** Says something outside a turn, in the conversation that wrote last. */
  push(message: OutgoingMessage): Promise<void>;
  /** Shows typing in the conversation that wrote last. */
  type(name: string): Promise<void>;
}

/** The real server with the built pages and a bot that plays the part above. */
export async function openStage(
  changes: Parameters<typeof startWebchatServer>[0] = {},
): Promise<WidgetStage> {
  let last: { transport: Transport; conversationId: string } | null = null;
  const receive: BotEntry['receive'] = async (activity, transport) => {
    if (activity.type === 'conversationUpdate') return;
    const conversationId = activity.conversation?.id ?? '';
    last = { transport, conversationId };
    for (const message of replies(activity)) {
      const [activity] = renderMessage(message);
      await transport.send({ type: 'event', ...activity, conversation: { id: conversationId } }, SEND_FACTS);
    }
  };
  const server = await startWebchatServer({ bot: receive, ...changes });
  cpSync(join(ROOT, 'dist/channels/pages'), server.pagesDirectory, { recursive: true });
  const send = async (activity: Activity) => {
    if (!last) return;
    await last.transport.send({ ...activity, conversation: { id: last.conversationId } }, SEND_FACTS);
  };
  return {
    ...server,
    push: async (message) => {
      for (const activity of renderMessage(message)) await send(activity);
    },
    type: (name) => send({ type: 'typing', from: { id: 'agent', name, role: 'bot' } }),
  };
}
