import type { ChannelEvent } from '../contracts/channels.js';
import { deleteFiles } from '../store/files/files.js';
import { rewriteWords } from '../store/messages/messages.js';
import { findSaid } from '../store/messages/said-words.js';
import type { Write } from '../store/store.js';
import type { IncomingDetails } from './incoming-message.js';

/**
 * Puts a file that its door fetched in the place of what the channel told of it. A message that was taken back while it was
 * fetched, or that has it already, does not get it: then its row goes, and its bytes with the next sweep.
 * @returns whether the message has it now
 */
export async function attachKeptFile(
  write: Write,
  conversationId: string,
  { activityId, place, file }: Extract<ChannelEvent, { kind: 'file-kept' }>,
): Promise<boolean> {
  const said = await findSaid(write, conversationId, activityId);
  const told = said?.details.files[place];
  if (!said || !told || told.id !== undefined) {
    await deleteFiles(write, [file.id]);
    return false;
  }
  const files = said.details.files.map((one, at) => (at === place ? { ...file, url: null } : one));
  const details: IncomingDetails = { ...said.details, files };
  await rewriteWords(write, said.id, { message: JSON.stringify(details) });
  return true;
}
