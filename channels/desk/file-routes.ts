import type { Desk, DeskAgent, DeskConversation, DeskFile } from '../../bot/contracts/desk.js';
import type { Files } from '../../bot/contracts/files.js';
import { channelErrors } from '../errors.js';
import { receiveBytes } from '../server/files/receive-bytes.js';
import { expectedBytes, requireRoom } from '../server/files/require-room.js';
import { FILE_ADDRESS, serveFile } from '../server/files/serve-file.js';
import { type Request, Router } from '../server/http.js';
import { carriedOut } from './carried-out.js';
import type { ConversationReply, FileReply } from './contracts.js';
import { conversationIdIn } from './conversation-id.js';
import { deskErrors } from './errors.js';
import type { Guard } from './guard.js';

/** Where agents open files, with their session. */
const DESK_FILES_PATH = '/desk/api/file';

/** To which files are sent: their bodies may take longer to arrive than others. */
export const DESK_UPLOAD_PATH = /^\/desk\/api\/conversation\/[^/]+\/files$/;

/** Choosing files for a reply, and opening those of a conversation. */
export function fileRoutes({
  desk,
  guard,
  files,
}: {
  readonly desk: Desk;
  readonly guard: Guard;
  readonly files: Files;
}): Router {
  const router = Router();

  router.post(
    '/conversation/:id/files',
    guard.signedIn(async (request, response, { agent }) => {
      const may = await desk.mayAttach(conversationIdIn(request), agent);
      if (may.kind === 'refused') {
        carriedOut(may.outcome);
        return;
      }
      const room = await requireRoom(files, may.of, expectedBytes(request, files.limits.fileBytes));
      try {
        const received = { ...(await receiveBytes(request, files)), name: fileNameOf(request) };
        const keeping = await files.keep([received], { of: may.of, agentId: agent.id });
        if (keeping.kind === 'refused') throw channelErrors.FILE_REFUSED({ reason: keeping.reason });
        const [file] = keeping.files;
        if (!file) throw channelErrors.FILE_REFUSED({ reason: 'it is empty' });
        const reply: FileReply = { file: { ...file, url: addressOf(files, file, agent.id) } };
        response.json(reply);
      } finally {
        room.settle();
      }
    }),
  );

  router.get(
    `/file/${FILE_ADDRESS}`,
    guard.signedIn((request, response, { agent }) => serveFile(files, request, response, agent.id)),
  );

  return router;
}

/**
 * How a conversation stands now, for the agent who reads it: with the addresses of its files, and what they typed and did not
 * send.
 * @throws DESK_CONVERSATION_UNKNOWN
 */
export type TellConversation = (conversationId: string, agent: DeskAgent) => Promise<ConversationReply>;

/** Makes what every route answers that tells a conversation. */
export function createTellConversation(
  desk: Pick<Desk, 'conversation' | 'draft'>,
  files: Pick<Files, 'address'>,
): TellConversation {
  return async (conversationId, agent) => {
    const conversation = await desk.conversation(conversationId);
    if (conversation === null) throw deskErrors.DESK_CONVERSATION_UNKNOWN({});
    const shown = withFileAddresses(files, conversation, agent.id);
    return { conversation: shown, draft: await desk.draft(conversationId, agent) };
  };
}

function withFileAddresses(
  files: Pick<Files, 'address'>,
  conversation: DeskConversation,
  agentId: string,
): DeskConversation {
  const show = (file: DeskFile): DeskFile =>
    file.id === null ? file : { ...file, url: addressOf(files, { id: file.id, name: file.name }, agentId) };
  const messages = conversation.messages.map((message) =>
    message.files ? { ...message, files: message.files.map(show) } : message,
  );
  return { ...conversation, messages };
}

function addressOf(
  files: Pick<Files, 'address'>,
  file: { readonly id: string; readonly name: string },
  agentId: string,
): string {
  return `${DESK_FILES_PATH}/${files.address(file, null, { kind: 'agent', agentId })}`;
}

/** Headers hold ASCII alone, so that the page sends the name percent-encoded. */
function fileNameOf(request: Request): string {
  try {
    return decodeURIComponent(request.get('x-file-name') ?? '').slice(0, 200);
  } catch {
    return '';
  }
}
