import { ingestErrors } from '../errors.js';

const PACKED = { found: 'a packed file', advice: 'Unpack it and name what is inside.' };
const WORKBOOK = {
  found: 'an Excel workbook or another zipped file',
  advice: 'Save a workbook as "CSV UTF-8", unpack an archive, and name the file that comes out.',
};
const PICTURE = { found: 'a picture', advice: 'Name the file with the threads.' };

/** How files that are no text begin. */
const BEGINNINGS: readonly { readonly bytes: Buffer; readonly found: string; readonly advice: string }[] = [
  { bytes: Buffer.from([0x1f, 0x8b]), ...PACKED },
  { bytes: Buffer.from('BZh'), ...PACKED },
  { bytes: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]), ...PACKED },
  { bytes: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), ...PACKED },
  { bytes: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), ...PACKED },
  { bytes: Buffer.from('Rar!\x1a\x07', 'latin1'), ...PACKED },
  { bytes: Buffer.from('PK\x03\x04'), ...WORKBOOK },
  { bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ...WORKBOOK },
  { bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]), ...PICTURE },
  { bytes: Buffer.from([0xff, 0xd8, 0xff]), ...PICTURE },
  { bytes: Buffer.from('GIF8'), ...PICTURE },
  {
    bytes: Buffer.from('%PDF-'),
    found: 'a PDF',
    advice: 'Export the threads as CSV or JSON and name that file.',
  },
  {
    bytes: Buffer.from('SQLite format 3\0'),
    found: 'a SQLite database',
    advice: 'Export the threads as CSV or JSON and name that file.',
  },
];

/**
 * Refuses a file of another kind by its first bytes.
 * @throws SOURCE_FILE_BINARY
 */
export function refusePacked(path: string, start: Buffer): void {
  const known = BEGINNINGS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
  if (known) throw ingestErrors.SOURCE_FILE_BINARY({ path, found: known.found, advice: known.advice });
}
