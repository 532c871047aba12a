import { dropForbidden } from '../../steps/text/drop-forbidden.js';
import { endOfWholeReferences, repairReferences } from '../../steps/text/repair-references.js';
import { createDecoding, type Decoding, type Encoding } from '../text-decoding.js';

/**
 * The text of an XML file as it comes, without what XML 1.0 forbids and real dumps have all the same: control characters,
 * raw or as references, halves of emoji, code points that are no characters. Bytes that are no text become U+FFFD. The
 * text is the same however the file is cut into chunks.
 */
export function createXmlText(): Decoding {
  let decoding: Decoding | null = null;
  let open = '';
  const repair = (text: string, isEnd: boolean): string => {
    const whole = open + dropForbidden(text);
    const end = isEnd ? whole.length : endOfWholeReferences(whole);
    open = whole.slice(end);
    return repairReferences(whole.slice(0, end));
  };
  // The first bytes tell the encoding, so they are looked at together.
  let start: Buffer = Buffer.alloc(0);
  const begin = (): string => {
    decoding = createDecoding(encodingOf(start));
    return decoding.write(start);
  };
  return {
    write(bytes) {
      if (decoding) return repair(decoding.write(bytes), false);
      start = Buffer.concat([start, bytes]);
      return start.length < START_BYTES ? '' : repair(begin(), false);
    },
    end() {
      const first = decoding ? '' : begin();
      return repair(first + (decoding?.end() ?? ''), true);
    },
  };
}

/** Longer than any XML declaration. */
const START_BYTES = 256;

/** What the byte order mark or else the XML declaration says; UTF-8 where neither says anything. */
function encodingOf(start: Buffer): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]+)["']/.exec(
    start.toString('latin1', 0, START_BYTES),
  );
  return DECLARED[declared?.[1]?.toLowerCase() ?? ''] ?? 'utf-8';
}

const DECLARED: Readonly<Record<string, Encoding>> = {
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
};
