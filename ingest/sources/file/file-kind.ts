import type { SourceKind } from '../contracts.js';

/** Files with threads, or with questions and their answers. */
export const fileKind = {
  kind: 'file',
  pathNames: 'a .jsonl, .json or .csv file',
  options: [],
  settings: {},
  suggestName: () => null,
  async open({ name, addresses }) {
    const { fileSource } = await import('./file-source.js');
    const paths = addresses.map(({ path }) => path);
    return fileSource(name, paths);
  },
} as const satisfies SourceKind;
