import { defineErrors } from '../index/platform/errors.js';

/** Errors of sources and runs. Each of them leaves the live release as it was. */
export const ingestErrors = defineErrors({
  SOURCE_UNREADABLE: (facts: { path: string; reason: string }) =>
    `The source ${facts.path} cannot be read: ${facts.reason}. Check the path and the rights on it.`,
  /** `advice` says what to do; only for a file that ends too early is it to get the file again. */
  SOURCE_FILE_BROKEN: (facts: { path: string; line: number; reason: string; advice: string }) =>
    `The file ${facts.path} is broken at line ${facts.line}: ${facts.reason}. Nothing was published. ${facts.advice}`,
  SOURCE_FILE_BINARY: (facts: { path: string; found: string; advice: string }) =>
    `The file ${facts.path} is no text file: it looks like ${facts.found}. Nothing was published. ${facts.advice}`,
  SOURCE_ENCODING_UNKNOWN: (facts: { path: string; reason: string }) =>
    `The characters of the file ${facts.path} cannot be told: ${facts.reason}. Nothing was published. Open it in the program it came from and save it as UTF-8; Excel calls that "CSV UTF-8".`,
  SOURCE_FORMAT_UNKNOWN: (facts: { path: string }) =>
    `The file ${facts.path} is of no known form. Files end in .jsonl, .ndjson (one thread a line), .json (a list of threads, or one thread a line) or .csv.`,
  SOURCE_SETTING_INVALID: (facts: { value: string; reason: string; kinds: string }) =>
    `"${facts.value}" names no source: ${facts.reason}. Write name=kind:path, kind is ${facts.kinds}, such as samples=file:data/samples/threads-nl.jsonl.`,
  SOURCE_ADDRESS_REFUSED: (facts: { address: string; reason: string }) =>
    `The address ${facts.address} is not read: ${facts.reason}.`,
  SOURCE_UNREACHABLE: (facts: { address: string; reason: string }) =>
    `${facts.address} cannot be reached: ${facts.reason}. What the source gave before stays. Run ingest again later; if it stays, check the address and whether this machine may go there.`,
  SOURCE_ACCESS_DENIED: (facts: { address: string; status: number; advice: string }) =>
    `${facts.address} refuses to be read (status ${facts.status}). ${facts.advice}`,
  /** The answer came, and is not what the source's programming interface describes. */
  SOURCE_ANSWER_UNUSABLE: (facts: { address: string; reason: string }) =>
    `The answer of ${facts.address} cannot be used: ${facts.reason}. What the source gave before stays. Check that the address is the one of the community and of the kind that is set.`,
  INGEST_SOURCE_EMPTY: (facts: { source: string; items: number; skipped: number }) =>
    `The source "${facts.source}" gave no item (${facts.skipped} rows were skipped) but held ${facts.items} before. Nothing was published. Check the source; if it is meant to be empty, add --allow-empty.`,
  SOURCE_WITHOUT_THREADS: (facts: { source: string; broken: number; example: string }) =>
    `No row of the source "${facts.source}" can be read: ${facts.broken} cannot, such as ${facts.example}. Nothing was published. Bring the file into a form that data/samples/README.md describes.`,
  READING_FAILED: (facts: { reason: string }) =>
    `The thread that reads the sources stopped: ${facts.reason}. Nothing was published. Run ingest again; if it stays, report it.`,
  INGEST_VECTOR_MISSING: (facts: { id: string }) =>
    `The item "${facts.id}" has no vector though all were made. Another program may have changed ingest.sqlite; run ingest again.`,
  INGEST_RUNNING: (facts: { directory: string }) =>
    `Another ingest is running on ${facts.directory}. Wait until it has ended.`,
  INGEST_DISK_FULL: (facts: { directory: string; reason: string }) =>
    `Nothing more can be written to ${facts.directory} (${facts.reason}): its disk is full. The live release is as it was. Make room and run ingest again; it goes on where it stopped.`,
  WORDING_UNKNOWN: (facts: { id: string }) =>
    `There is no wording "${facts.id}" to decide about; nothing was changed. "npm run ingest -- review" lists those that wait, "npm run ingest -- review list learned" those in use.`,
  NOTHING_TO_REPORT: (facts: { directory: string }) =>
    `There is nothing to report on: no release is live in ${facts.directory}. Run "npm run ingest" first, or name one of "npm run ingest -- list".`,
  RELEASE_NOT_LIVE: (facts: { id: string; live: string }) =>
    `The release "${facts.id}" is not live any more, "${facts.live}" is: nothing was changed. Look at "npm run ingest -- releases"; "npm run ingest -- rollback" goes back from whatever is live.`,
  RELEASE_HELD_BACK: (facts: { id: string; reasons: readonly string[] }) =>
    `The release ${facts.id} was built and is not live: ${facts.reasons.join('; ')}. The live release stays. Check the sources and labels; if this is meant, "npm run ingest -- publish ${facts.id}" makes it live.`,
  INGEST_SCHEDULE_INVALID: (facts: { expression: string; reason: string }) =>
    `INGEST_SCHEDULE is "${facts.expression}", which names no times: ${facts.reason}. Write minute, hour, day of month, month and day of week, such as "30 3 * * *" for half past three each night, and an IANA name in INGEST_TIME_ZONE, such as Europe/Amsterdam.`,
  UPGRADE_IMPOSSIBLE: (facts: { id: string; items: number }) =>
    `The release "${facts.id}" with ${facts.items} items is of an older version of this program and ingest.sqlite, which keeps what releases are made of, holds none of them. Put ingest.sqlite back beside it, or read the sources anew with "npm run ingest".`,
  JOIN_RULES_INVALID: (facts: { path: string; line: number; reason: string }) =>
    `The rules about threads in ${facts.path} cannot be used: line ${facts.line}: ${facts.reason}. Nothing was published. Write {"rule": "join", "threads": ["ID OR LINK", "ID OR LINK"]} or the same with "separate", one a line.`,
  PRODUCTS_INVALID: (facts: { path: string; line: number; reason: string }) =>
    `The list of products in ${facts.path} cannot be used: line ${facts.line}: ${facts.reason}. Nothing was published. Write {"product": "NAME", "words": ["OTHER NAME"], "ended": "2024-05-01"}, one a line.`,
  INGEST_COMMAND_INVALID: (facts: { reason: string }) =>
    `The command cannot be carried out: ${facts.reason}. "npm run ingest -- help" shows what can be asked.`,
});
