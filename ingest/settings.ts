import { joinSettings, type Settings, setting } from '../index/platform/settings.js';
import { namesOfKinds, sourceSettings } from './sources/source-kinds.js';

/** Settings of ingest, those of its kinds of sources included. */
export const ingestSettings = joinSettings(
  {
    INGEST_SOURCES: setting.list(
      `Sources of "npm run ingest", each name=kind:path; kind is ${namesOfKinds}. A name given twice joins its files; ?site=HOST gives a Stack Exchange dump its links.`,
      ['samples=file:data/samples/threads-nl.jsonl', 'samples=file:data/samples/threads-en.jsonl'],
    ),
    INGEST_ANSWER_RULE: setting.choice(
      'Which reply answers: the accepted one only; else one that the thread plainly stands behind (the asker wrote that it worked, far more votes than any other, or of the company with votes); else the one with the most votes; else the newest of somebody with a rank of INGEST_STAFF_RANKS.',
      ['accepted', 'accepted-or-outstanding', 'accepted-or-top-voted', 'accepted-or-staff'],
      'accepted-or-outstanding',
    ),
    INGEST_MINIMUM_VOTES: setting.integer(
      'Votes that a reply needs under the rule accepted-or-top-voted.',
      3,
      {
        min: 0,
        max: 1_000_000,
      },
    ),
    INGEST_STAFF_RANKS: setting.list('Ranks that count as staff under the rule accepted-or-staff.', [
      'Moderator',
    ]),
    INGEST_JOIN_THREADS: setting.choice(
      'Whether threads of all sources that ask the same, with answers that agree, are told as one; of answers that contradict each other the older one is believed less, and about money neither is given until somebody decides (on: an earlier name of the same); doubt: the same, but about money too the older one is only believed less; tell: plans and reports only name them, and only what INGEST_JOIN_RULES settles is carried out; off: they are not compared, and the rules are not read.',
      ['join', 'on', 'doubt', 'tell', 'off'],
      'join',
    ),
    INGEST_JOIN_RULES: setting.text(
      'File of what content people settled about pairs of threads (data/facts/README.md); one that is not there holds no rules.',
      'data/facts/joins.jsonl',
    ),
    INGEST_PRODUCTS: setting.text(
      "File of the company's products, with those that are not sold or supported any more (data/facts/README.md); one that is not there names none.",
      'data/facts/products.jsonl',
    ),
    INGEST_CHECK_LINKS: setting.flag(
      'Whether "npm run ingest" looks where the links in answers lead, at public addresses only, one request a second per host. What leads nowhere makes an answer believed less.',
      false,
    ),
    INGEST_LANGUAGE: setting.text('Language of a thread that does not tell and cannot be recognised.', 'nl'),
    INGEST_PUBLIC_CONTACTS: setting.list(
      "The company's own phone numbers, e-mail addresses and domains (@example.com), which redaction leaves in the answers. Service numbers (0800, 0900, 088) stay anyway.",
      [],
    ),
    INGEST_LABELS: setting.list(
      'Files of questions with known answers that the confidence is fitted on, of the form of data/evaluation; rows of a half other than "fit" are left alone, files about other items left out.',
      ['data/evaluation/questions-nl.jsonl', 'data/evaluation/questions-en.jsonl'],
    ),
    LEARN_CONFIRMATIONS: setting.integer(
      "Confirmations by different people, beyond rejections (one is forgiven), from which a customer's wording joins an item by itself; never fewer than 2 by people whom the company knows; an agent counts as two. What only anonymous people confirmed waits for a review. 0: only after a review.",
      3,
      { min: 0, max: 1_000 },
    ),
    INGEST_SCHEDULE: setting.optionalText(
      'When the server runs ingest by itself, as cron writes it (minute, hour, day of month, month, day of week): "30 3 * * *" is half past three each night. Not set: only when somebody, or a cron outside, runs it.',
    ),
    INGEST_TIME_ZONE: setting.optionalText(
      "Time zone of INGEST_SCHEDULE, such as Europe/Amsterdam; the machine's where not set.",
    ),
    INGEST_HISTORY_DAYS: setting.integer(
      'Days for which what a release held and who made it live is remembered after it answered, also when its folder is gone; at least RETENTION_DAYS, so that every answer of a kept conversation can be traced.',
      90,
      { min: 1, max: 3_650 },
    ),
    INGEST_REPORT_LANGUAGE: setting.choice(
      'Language of what "npm run ingest" tells content people: plans, releases, where an answer came from.',
      ['en', 'nl'],
      'en',
    ),
    INGEST_KEEP_RELEASES: setting.integer('Releases that are kept to go back to, the live one included.', 5, {
      min: 2,
      max: 100,
    }),
  },
  sourceSettings,
);

export type IngestSettings = Settings<typeof ingestSettings>;
