import type { DeskTools } from '../contracts/desk-tools.js';
import type { Store } from '../store/store.js';
import { createArchive } from './archive/archive.js';

/** What agents work with beside the conversations at hand, on the conversation store. */
export function createDeskTools(parts: { readonly store: Store }): DeskTools {
  return { archive: createArchive(parts) };
}
