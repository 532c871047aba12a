import { defineErrors } from './platform/errors.js';

/** Errors of releases, models and search. */
export const indexErrors = defineErrors({
  KNOWLEDGE_NOT_READY: (facts: { directory: string }) =>
    `No release is live in ${facts.directory}, so questions cannot be answered. Run "npm run ingest" once.`,
  RELEASE_POINTER_UNREADABLE: (facts: { path: string; reason: string }) =>
    `The file ${facts.path}, which names the live release, cannot be read (${facts.reason}). Check that it is a file, that this program may read it and that not too many files are open; "npm run ingest" or "npm run ingest -- rollback" writes it anew.`,
  RELEASE_NOT_FOUND: (facts: { id: string; directory: string }) =>
    `There is no release "${facts.id}" in ${facts.directory}. "npm run ingest -- list" names those that are there.`,
  RELEASE_DAMAGED: (facts: { id: string; reason: string }) =>
    `The release "${facts.id}" cannot be used: ${facts.reason}. Build a new one with "npm run ingest", or go back with "npm run ingest -- rollback".`,
  RELEASE_OUTDATED: (facts: { id: string; format: number; reads: number }) =>
    `The release "${facts.id}" has format ${facts.format}, this program reads up to format ${facts.reads}. Run "npm run ingest": it builds a new one from what is known already.`,
  VECTORS_UNREADABLE: (facts: { path: string; row: number; rows: number }) =>
    `Row ${facts.row} is not in the vectors of ${facts.path}, which has ${facts.rows} rows. Build a new release with "npm run ingest", or go back with "npm run ingest -- rollback".`,
  RELEASE_EMBEDDER_MISMATCH: (facts: { id: string; builtWith: string; running: string }) =>
    `The release "${facts.id}" was made with the embedder ${facts.builtWith}, but ${facts.running} is set. Their vectors cannot be compared: set EMBEDDER_MODEL back, or run "npm run ingest" again.`,
  RELEASE_BUILD_FAILED: (facts: { directory: string; reason: string }) =>
    `A release could not be built in ${facts.directory} (${facts.reason}); the live one is as it was. Check that the disk has free space and the folder is writable, then run "npm run ingest" again.`,
  ITEM_NOT_USABLE: (facts: { id: string; reason: string }) =>
    `The item "${facts.id}" cannot go into a release: ${facts.reason}. Correct it in its source, or run "npm run ingest" again so that it is embedded anew.`,
  ROLLBACK_IMPOSSIBLE: (facts: { current: string }) =>
    `There is no older release to go back to; ${facts.current === '' ? 'none is live' : `no other one was live before "${facts.current}"`}.`,
  ROLLBACK_OUTDATED: (facts: { id: string; format: number; reads: number }) =>
    `The release before, "${facts.id}", has format ${facts.format}; this program reads format ${facts.reads} and cannot go back to it. The live one stays. To answer with it again start the earlier version of this program, which serves it by "npm run ingest -- publish ${facts.id}"; to change what is answered with this version, correct the sources and run "npm run ingest".`,
  EMBEDDER_MODEL_MISSING: (facts: { model: string; directory: string }) =>
    `The model "${facts.model}" is not in ${facts.directory} and loading from a hub is off. Put it there, set EMBEDDER_MODEL to a bundled one, or set EMBEDDER_ALLOW_REMOTE=true.`,
  EMBEDDER_FAILED: (facts: { model: string; reason: string }) =>
    `The model "${facts.model}" could not embed a text: ${facts.reason}. Try again; if it stays, check its files against the checksums in its README.`,
  EMBEDDER_ENDED: (facts: { model: string; reason: string }) =>
    `The thread of the model "${facts.model}" is over (${facts.reason}), and a process can load the model once only. Start the program again; if it happens often, look at its memory.`,
  EMBEDDER_CLOSED: (facts: { model: string }) =>
    `The model "${facts.model}" was asked for a vector after it was closed. Open it again first.`,
  EVALUATION_FILE_INVALID: (facts: { path: string; line: number; reason: string }) =>
    `Line ${facts.line} of ${facts.path} is not usable: ${facts.reason}. The README of data/evaluation/ shows the form.`,
  CLASSIFIERS_UNREADABLE: (facts: { path: string; reason: string; command: string }) =>
    `The classifiers in ${facts.path} cannot be read (${facts.reason}). Train them again with "node dist/index/main.js ${facts.command}", or take the file that came with the program.`,
  TRAINING_INVALID: (facts: { file: string; line: number; reason: string }) =>
    `Line ${facts.line} of ${facts.file} cannot be learned from: ${facts.reason}. The README of data/training/ shows the form.`,
  COMMAND_UNKNOWN: (facts: { command: string; known: string }) =>
    `"${facts.command}" is not a command. Known: ${facts.known}.`,
  COMMAND_INVALID: (facts: { reason: string }) => `The command cannot be carried out: ${facts.reason}.`,
});
