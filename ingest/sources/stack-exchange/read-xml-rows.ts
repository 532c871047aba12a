import { SaxesParser } from 'saxes';
import { ingestErrors } from '../../errors.js';
import { cutOff } from '../cut-off.js';
import { openBytes } from '../open-bytes.js';
import { refusePacked } from '../refuse-packed.js';
import { createXmlText } from './xml-text.js';

/** One `<row …/>` of a dump. */
export interface XmlRow {
  readonly attributes: Readonly<Record<string, string>>;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** No post is as long; an attribute that never ends must not fill the memory. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

const LOOSE_AMPERSAND = /&(?!#|[a-z][a-z\d]{0,31};)/i;

const MEND =
  'This is no matter of its end, so the same file will not do: mend that place in a text editor, or take the row out, and run again.';

/**
 * Reads the rows of a dump table, those of one chunk of the file at a time; never holds more. Characters that XML forbids
 * are repaired (`xml-text.ts`). Entities that a document defines itself are not expanded.
 *
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BINARY, SOURCE_FILE_BROKEN with line and byte when the XML is not well-formed,
 * and with the line when it ends too early
 */
export function readXmlRows(path: string): AsyncGenerator<XmlRow[]> {
  return rowsOfXml(path, openBytes(path));
}

/** The same over the bytes of a file that is open. */
export async function* rowsOfXml(path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<XmlRow[]> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  let rows: XmlRow[] = [];
  let sinceRow = 0;
  let bytesRead = 0;
  let charactersBefore = 0;
  let text = '';
  let hasEnded = false;
  // The parser looks for the end of a reference up to the end of the file, and complains only there.
  let loose: { readonly line: number; readonly byte: number } | null = null;
  parser.on('error', (error) => {
    if (loose) {
      const reason = `a "&" near byte ${loose.byte} begins no reference; XML writes it as "&amp;"`;
      throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: loose.line, reason, advice: MEND }, error);
    }
    // saxes puts "line:column: " before its message; the line stands in the message already.
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (hasEnded) throw cutOff(path, parser.line, `it ends too early (${reason})`);
    // Near it, because what was repaired in the same chunk was longer before.
    const byte = bytesRead - Buffer.byteLength(text.slice(parser.position - charactersBefore));
    throw ingestErrors.SOURCE_FILE_BROKEN(
      {
        path,
        line: parser.line,
        reason: `the XML is not well-formed near byte ${byte} (${reason})`,
        advice: MEND,
      },
      error,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push({ attributes, line: parser.line });
    sinceRow = 0;
  });

  const write = (part: string) => {
    charactersBefore = parser.position;
    text = part;
    const at = loose ? -1 : part.search(LOOSE_AMPERSAND);
    if (at !== -1) {
      parser.write(part.slice(0, at));
      loose = { line: parser.line, byte: bytesRead - Buffer.byteLength(part.slice(at)) };
    }
    parser.write(part.slice(Math.max(0, at)));
  };
  const decoding = createXmlText();
  for await (const chunk of bytes) {
    if (bytesRead === 0) refusePacked(path, chunk);
    bytesRead += chunk.length;
    sinceRow += chunk.length;
    write(decoding.write(chunk));
    if (sinceRow > MAX_ROW_BYTES) {
      const reason = `a row is longer than ${MAX_ROW_BYTES} bytes`;
      throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: parser.line, reason, advice: MEND });
    }
    if (rows.length > 0) yield rows;
    rows = [];
  }
  write(decoding.end());
  hasEnded = true;
  parser.close();
  // A short file, or a row behind a character that waited, comes only now.
  if (rows.length > 0) yield rows;
}
