import { labelCount, labelsThere } from '../../label-count.js';
import type { RunWords } from './contracts.js';

const publish = (id: string) => `"npm run ingest -- publish ${id}" makes it live`;

export const en: RunWords = {
  labels: {
    sources: 'Sources',
    read: 'Read',
    items: 'Items',
    duplicates: 'Duplicates',
    skipped: 'Skipped',
    redacted: 'Redacted',
    unfinished: 'Unfinished',
    withheld: 'Withheld',
    learned: 'Learned',
    labels: 'Labels',
    embedded: 'Embedded',
    confidence: 'Confidence',
    duration: 'Duration',
    release: 'Release',
  },
  threads: (count) => `${count} threads`,
  changes: ({ added, changed, removed, unchanged, items }) =>
    `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged; ${items} in all`,
  phrasings: (count) => `${count} became further phrasings`,
  brokeOff: (source, reason) => `${source} was not read to its end and keeps what it had: ${reason}`,
  withheld: (count) => `${count}: without personal data no whole sentence is left, so a person answers`,
  wordingsInUse: (count) => `${count} ${count === 1 ? 'wording' : 'wordings'} of customers in use`,
  wordingsOpen: (count) => `${count} for review ("npm run ingest -- review")`,
  labelsFrom: (files, verdicts) => `${files} of files, ${verdicts} of verdicts`,
  labelsWaiting: (said, days, addresses) =>
    `${said.labels} of customers nobody knows do not count yet: from ${said.days} of ${days} days and ${said.addresses} of ${addresses} addresses`,
  leftOut: (reason) => `left out: ${reason}`,
  texts: (count) => `${count} texts`,
  unknown: (needed, there) =>
    `how much it will answer is not known yet: that takes ${needed} labels, and ${labelsThere(there)}`,
  expected: (coverage, precision, labels) =>
    `answers about ${coverage} at ${precision} precision; ${labelCount(labels)}`,
  seconds: (seconds) => `${seconds} s`,
  outcomes: {
    published: (id) => `${id} is live`,
    unchanged: (id) => `unchanged, ${id} stays live`,
    built: (id) => `${id} is built; ${publish(id)}`,
    'held-back': (id) => `${id} holds this but was rolled back; ${publish(id)}`,
    guarded: (id) => `${id} is built and held back; ${publish(id)}`,
    planned: () => 'none: this was a plan',
  },
};
