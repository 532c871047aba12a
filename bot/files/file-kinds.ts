/** A kind of file that customers and agents may send. */
export interface FileKind {
  readonly contentType: string;
  readonly extension: string;
  /** Whether the first bytes of a file are those of this kind. */
  readonly hasSignature: (start: Buffer) => boolean;
}

/** How many bytes from the start of a file `hasSignature` wants to see. */
export const SIGNATURE_BYTES = 4_096;

/** Pictures, PDF and plain text: what agents need to see, and nothing that a browser would run. */
export const FILE_KINDS: readonly FileKind[] = [
  { contentType: 'image/png', extension: 'png', hasSignature: startsWith('89504e470d0a1a0a') },
  { contentType: 'image/jpeg', extension: 'jpg', hasSignature: startsWith('ffd8ff') },
  { contentType: 'image/gif', extension: 'gif', hasSignature: startsWith('47494638') },
  {
    contentType: 'image/webp',
    extension: 'webp',
    hasSignature: (start) =>
      start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP',
  },
  { contentType: 'application/pdf', extension: 'pdf', hasSignature: startsWith('255044462d') },
  // Text has no signature; a zero byte tells that it is something else.
  { contentType: 'text/plain', extension: 'txt', hasSignature: (start) => !start.includes(0) },
];

/** The kind of a content type, parameters aside; null where it is not taken. */
export function fileKindOf(contentType: string): FileKind | null {
  const bare = contentType.split(';')[0]?.trim().toLowerCase();
  const name = bare === 'image/jpg' ? 'image/jpeg' : bare;
  return FILE_KINDS.find((kind) => kind.contentType === name) ?? null;
}

/** What senders say who do not know, or do not tell, what a file is. */
const ANY_TYPE = /^(?:application\/octet-stream|binary\/octet-stream|[a-z]+\/\*)?$/;

/**
 * The kind of a file by its first bytes, whatever its name says; null where it is not taken. Who says what it is must be right.
 * @param said content type that the sender told
 */
export function fileKindIn(start: Buffer, said: string): FileKind | null {
  const kind = fileKindOf(said);
  if (kind) return kind.hasSignature(start) ? kind : null;
  const bare = said.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!ANY_TYPE.test(bare)) return null;
  return (
    FILE_KINDS.find(({ contentType, hasSignature }) => contentType !== 'text/plain' && hasSignature(start)) ??
    null
  );
}

/** Whether files that say to be of a content type are looked at. */
export function isTakenAs(contentType: string): boolean {
  return fileKindOf(contentType) !== null;
}

/** A name to show and to save under: no path, no control character, not long, and ending as its kind does. */
export function safeFileName(given: string, kind: FileKind): string {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  // \p{C}: control and format characters, such as the one that turns the writing direction round.
  const stem = base
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}"<>:|?*%]/gu, '')
    .trim()
    .slice(0, 80);
  return `${stem === '' ? 'file' : stem}.${kind.extension}`;
}

function startsWith(hex: string): (start: Buffer) => boolean {
  const signature = Buffer.from(hex, 'hex');
  return (start) => start.subarray(0, signature.length).equals(signature);
}
