import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface BrokenSource {
  readonly title: string;
  /** The path of the source, from the folder. */
  readonly path: string;
  readonly make: (at: (path: string) => string) => void;
  /** Of the error. */
  readonly code: string;
  /** What the message names. */
  readonly says: string;
}

/** What can be wrong with a source: made in a folder that has the whole one as `community.jsonl`. */
export const BROKEN_SOURCES: readonly BrokenSource[] = [
  {
    title: 'a packed file under the name of a JSONL file',
    path: 'packed.jsonl',
    make: (at) => writeFileSync(at('packed.jsonl'), gzipSync(readFileSync(at('community.jsonl')))),
    code: 'SOURCE_FILE_BINARY',
    says: 'packed.jsonl',
  },
  {
    title: 'a picture under the name of a CSV file',
    path: 'picture.csv',
    make: (at) =>
      writeFileSync(
        at('picture.csv'),
        Buffer.from('89504e470d0a1a0a0000000d49484452000000ff000000ff', 'hex'),
      ),
    code: 'SOURCE_FILE_BINARY',
    says: 'picture.csv',
  },
  {
    title: 'a JSONL file cut in half',
    path: 'half.jsonl',
    make: (at) => cutInHalf(at('community.jsonl'), at('half.jsonl')),
    code: 'SOURCE_FILE_BROKEN',
    says: 'half.jsonl',
  },
  {
    title: 'a CSV file cut within a quoted field',
    path: 'half.csv',
    make: (at) =>
      writeFileSync(
        at('half.csv'),
        'id,question,answer\n1,Waar is de puk-code?,In Mijn Zwaluw.\n2,Hoe werkt eSIM?,"In de app, bij Sim',
      ),
    code: 'SOURCE_FILE_BROKEN',
    says: 'half.csv',
  },
  {
    title: 'a Stack Exchange dump cut in half',
    path: 'dump',
    make: (at) => {
      mkdirSync(at('dump'));
      writeFileSync(at('whole.xml'), POSTS);
      cutInHalf(at('whole.xml'), at('dump/Posts.xml'));
    },
    code: 'SOURCE_FILE_BROKEN',
    says: 'Posts.xml',
  },
  {
    title: 'a file without any usable row',
    path: 'noise.jsonl',
    make: (at) => writeFileSync(at('noise.jsonl'), 'no json\n[1, 2]\n"text"\n{"id": 5}\n'),
    code: 'SOURCE_WITHOUT_THREADS',
    says: 'noise.jsonl line 1',
  },
  {
    title: 'an empty file where items were before',
    path: 'empty.jsonl',
    make: (at) => writeFileSync(at('empty.jsonl'), ''),
    code: 'INGEST_SOURCE_EMPTY',
    says: '--allow-empty',
  },
  {
    title: 'a path where nothing is',
    path: 'missing.jsonl',
    make: () => {},
    code: 'SOURCE_UNREADABLE',
    says: 'missing.jsonl',
  },
  {
    title: 'a folder without a dump in it',
    path: 'no-dump',
    make: (at) => mkdirSync(at('no-dump')),
    code: 'SOURCE_UNREADABLE',
    says: 'Posts.xml',
  },
  {
    // Not by taking away rights: an administrator may read everything.
    title: 'a folder that leads back to itself',
    path: 'loop',
    make: (at) => symlinkSync('loop', at('loop')),
    code: 'SOURCE_UNREADABLE',
    says: 'loop',
  },
  {
    title: 'a folder under the name of a file',
    path: 'folder.jsonl',
    make: (at) => mkdirSync(at('folder.jsonl')),
    code: 'SOURCE_UNREADABLE',
    says: 'it is no file',
  },
  {
    title: 'a file of an unknown form',
    path: 'threads.docx',
    make: (at) => writeFileSync(at('threads.docx'), 'words'),
    code: 'SOURCE_FORMAT_UNKNOWN',
    says: 'threads.docx',
  },
];

function cutInHalf(from: string, to: string): void {
  const bytes = readFileSync(from);
  writeFileSync(to, bytes.subarray(0, Math.floor(bytes.length / 2)));
}

const POSTS = `<?xml version="1.0" encoding="utf-8"?>
<posts>
${Array.from(
  { length: 20 },
  (
    _,
    number,
  ) => `  <row Id="${2 * number + 1}" PostTypeId="1" AcceptedAnswerId="${2 * number + 2}" CreationDate="2024-01-01T00:00:00.000" Score="3" Title="Question ${number}?" Body="&lt;p&gt;How?&lt;/p&gt;" />
  <row Id="${2 * number + 2}" PostTypeId="2" ParentId="${2 * number + 1}" CreationDate="2024-01-02T00:00:00.000" Score="5" Body="&lt;p&gt;Like this, ${number}.&lt;/p&gt;" />`,
).join('\n')}
</posts>
`;
