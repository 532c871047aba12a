import type { SourceKind } from '../contracts.js';

/** What agents answered at the desk and content people approved. */
export const deskKind = {
  kind: 'desk',
  pathNames: 'the runtime folder of the desk, for its approved answers',
  options: [],
  settings: {},
  mayEnd: true,
  suggestName: () => null,
  async open({ name, addresses: [{ path }] }) {
    const { deskSource } = await import('./desk-source.js');
    return deskSource(name, path);
  },
} as const satisfies SourceKind;
