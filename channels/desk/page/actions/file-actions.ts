import type { DeskFile } from '../../../../bot/contracts/desk.js';
import { FILE_BYTES, REPLY_FILES } from '../../limits.js';
import { type FileWords, fileWordsIn } from '../files/file-words.js';
import type { SendFile } from '../files/send-file.js';
import type { DeskStore } from './surroundings.js';

/** What an agent chose for the next reply in a conversation. */
export interface ChosenFiles {
  readonly files: readonly DeskFile[];
  /** Names of files that are on their way to the server. */
  readonly coming: readonly string[];
  /** Why the last one was not taken, in words; '' for nothing. */
  readonly problem: string;
}

const NOTHING: ChosenFiles = { files: [], coming: [], problem: '' };

export type FileActions = ReturnType<typeof fileActions>;

/** Files of replies that are being written, by conversation; they live as long as the page. */
export function fileActions(store: DeskStore, sendFile: SendFile) {
  const chosen = new Map<string, ChosenFiles>();
  const listeners = new Set<() => void>();

  function change(id: string, changes: Partial<ChosenFiles>): void {
    chosen.set(id, { ...(chosen.get(id) ?? NOTHING), ...changes });
    for (const listener of listeners) listener();
  }

  async function attachOne(id: string, file: File): Promise<void> {
    const words = fileWordsIn(store.get().language);
    const { files, coming } = chosenFor(id);
    if (file.size > FILE_BYTES)
      return change(id, { problem: words.tooLarge(file.name, FILE_BYTES / 1_048_576) });
    if (files.length + coming.length >= REPLY_FILES)
      return change(id, { problem: words.tooMany(REPLY_FILES) });
    change(id, { coming: [...coming, file.name] });
    const answer = await sendFile(id, file);
    const now = chosenFor(id);
    const at = now.coming.indexOf(file.name);
    const left = now.coming.filter((_, place) => place !== at);
    if (answer.isOk) return change(id, { files: [...now.files, answer.value.file], coming: left });
    change(id, { coming: left, problem: problemOf(words, answer.failure.code, file.name) });
  }

  function chosenFor(id: string): ChosenFiles {
    return chosen.get(id) ?? NOTHING;
  }

  return {
    chosenFor,
    onChosen(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Sends files to the server, to go with the next reply. */
    async attach(id: string, files: readonly File[]): Promise<void> {
      change(id, { problem: '' });
      for (const file of files) await attachOne(id, file);
    },
    dropChosen(id: string, fileId: string | null): void {
      change(id, { files: chosenFor(id).files.filter((file) => file.id !== fileId), problem: '' });
    },
    /** Takes the chosen files for a reply that is sent now. */
    takeChosen(id: string): readonly DeskFile[] {
      const { files } = chosenFor(id);
      change(id, { files: [], problem: '' });
      return files;
    },
    /** Gives them back, with a reply that was held back. */
    giveBackChosen(id: string, files: readonly DeskFile[]): void {
      if (files.length > 0) change(id, { files: [...files, ...chosenFor(id).files] });
    },
  };
}

function problemOf(words: FileWords, code: string, name: string): string {
  if (code === 'FileRefused') return words.kinds(name);
  return code === 'DeskFilesNotTaken' ? words.notTaken : words.failed(name);
}
