import { SaxesParser } from 'saxes';
import { ingestErrors } from '../../errors.js';
import { openBytes } from '../open-bytes.js';

/** One `<row …/>` of a dump. */
export interface XmlRow {
  readonly attributes: Readonly<Record<string, string>>;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** No post is as long; an attribute that never ends must not fill the memory. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

/**
 * Reads the rows of a dump table, those of one chunk of the file at a time; never holds more.
 * Entities that a document defines itself are not expanded.
 *
 * @throws SOURCE_UNREADABLE, SOURCE_FILE_BROKEN with the line when the XML is not well-formed or ends too early
 */
export async function* readXmlRows(path: string): AsyncGenerator<XmlRow[]> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  let rows: XmlRow[] = [];
  let sinceRow = 0;
  parser.on('error', (error) => {
    // saxes puts "line:column: " before its message; the line stands in the message already.
    const reason = error.message.replace(/^\d+:\d+: /, '');
    throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: parser.line, reason }, error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push({ attributes, line: parser.line });
    sinceRow = 0;
  });

  const decoder = new TextDecoder('utf-8');
  for await (const chunk of openBytes(path)) {
    sinceRow += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (sinceRow > MAX_ROW_BYTES) {
      const reason = `a row is longer than ${MAX_ROW_BYTES} bytes`;
      throw ingestErrors.SOURCE_FILE_BROKEN({ path, line: parser.line, reason });
    }
    if (rows.length > 0) yield rows;
    rows = [];
  }
  parser.write(decoder.decode());
  parser.close();
}
