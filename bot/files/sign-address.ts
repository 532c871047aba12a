import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelConversation } from '../contracts/channels.js';
import type { FileReader } from '../contracts/files.js';

/** Longest that an address lives, in milliseconds. */
export const LONGEST_ADDRESS_MS = 3_600_000;

/** What a signature says before it is checked. */
interface SignatureParts {
  readonly reader: string;
  /** Milliseconds since 1970. */
  readonly end: number;
  readonly code: string;
}

/** `<reader>.<end>.<code>`: the reader's kind, until when, and the HMAC-SHA256 over file, reader and end. */
export function signAddress(
  key: string,
  fileId: string,
  of: ChannelConversation | null,
  reader: FileReader,
  end: number,
): string {
  const name = reader.kind === 'door' ? `door-${reader.door}` : reader.kind;
  return `${name}.${end.toString(36)}.${codeOf(key, fileId, readerText(of, reader), end)}`;
}

/** Reads a signature; null for what is none. */
export function readSignature(text: string): SignatureParts | null {
  const [, reader, end, code] =
    /^(customer|agent|door-[a-z]{1,20})\.([0-9a-z]{1,10})\.([\w-]{43})$/.exec(text) ?? [];
  if (reader === undefined || end === undefined || code === undefined) return null;
  return { reader, end: Number.parseInt(end, 36), code };
}

/** Whether one of the keys made this signature for this reader; in constant time. */
export function isSigned(
  keys: readonly string[],
  fileId: string,
  of: ChannelConversation,
  { reader, end, code }: SignatureParts,
  agentId: string | null,
): boolean {
  const who = readerOf(reader, agentId);
  if (who === null) return false;
  const given = Buffer.from(code);
  // All keys are tried, so that the time tells nothing of which.
  return keys
    .map((key) => timingSafeEqual(Buffer.from(codeOf(key, fileId, readerText(of, who), end)), given))
    .includes(true);
}

function readerOf(name: string, agentId: string | null): FileReader | null {
  if (name === 'customer') return { kind: 'customer' };
  if (name === 'agent') return agentId === null ? null : { kind: 'agent', agentId };
  return { kind: 'door', door: name.slice('door-'.length) };
}

function readerText(of: ChannelConversation | null, reader: FileReader): readonly string[] {
  if (reader.kind === 'agent') return ['agent', reader.agentId];
  if (reader.kind === 'door') return ['door', reader.door];
  return ['customer', of?.channelId ?? '', of?.conversationId ?? ''];
}

/** As JSON, so that no two lists of parts read the same. */
function codeOf(key: string, fileId: string, reader: readonly string[], end: number): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([fileId, reader, end]))
    .digest('base64url');
}
