/** Regular expressions that a file puts together while it works, as they come out. */
interface Sample {
  readonly file: string;
  readonly regexes: readonly RegExp[];
}

/** A name as it stands in a pattern once it is escaped: of signs that mean nothing there. */
const NAME = 'Jan\\.de-Vries';

/** Those without examples are put together while their modules, or those that import them, are loaded. */
export const sampleRegexes: readonly Sample[] = [
  { file: 'bot/turn/understanding/danger/danger-rule.ts', regexes: [] },
  { file: 'bot/turn/understanding/evidence.ts', regexes: [] },
  { file: 'bot/turn/understanding/ending/commands.ts', regexes: [] },
  { file: 'bot/turn/understanding/open-ends.ts', regexes: [] },
  { file: 'bot/turn/understanding/small-talk.ts', regexes: [] },
  { file: 'index/facets/kind-of.ts', regexes: [] },
  { file: 'ingest/joining/disagreement.ts', regexes: [] },
  { file: 'ingest/steps/corrections/signs-of-change.ts', regexes: [] },
  { file: 'ingest/steps/corrections/turns-round.ts', regexes: [] },
  { file: 'ingest/steps/redaction/find-names.ts', regexes: [] },
  { file: 'ingest/steps/redaction/find-numbers.ts', regexes: [] },
  { file: 'ingest/steps/redaction/find-streets.ts', regexes: [] },
  { file: 'bot/turn/understanding/person/asks-for-person.ts', regexes: [/\bover\b\s+(.+)$/isu] },
  {
    file: 'channels/azure/message-for-bot.ts',
    regexes: [new RegExp(`(?<![\\p{L}\\p{N}_@])@${NAME}(?![\\p{L}\\p{N}_])`, 'iu')],
  },
  { file: 'channels/teams/citation.ts', regexes: [/\[1\\?\]/] },
  {
    file: 'ingest/sources/qa-pages/read-sitemaps.ts',
    regexes: [/<(?:\w{1,20}:)?url\s*>/g, /<\/(?:\w{1,20}:)?url\s*>/g],
  },
  {
    file: 'ingest/steps/corrections/find-corrections.ts',
    regexes: [
      new RegExp(`@${NAME}(?![\\p{L}\\p{N}])`, 'iu'),
      new RegExp(`(?:data-username="|\\[quote="?|<(?:cite|b|strong)>)${NAME}(?![\\p{L}\\p{N}])`, 'iu'),
    ],
  },
  {
    file: 'ingest/steps/markdown/drop-asides.ts',
    regexes: [
      new RegExp(
        `^[^\\p{L}@]*(?:(?:en|and|maar|but|sorry|nee|no|ja|yes)[,: ]+)?(?:@${NAME}|${NAME}\\s*[,:])(?![\\p{L}\\p{N}])`,
        'iu',
      ),
      new RegExp(
        `(^|[.!?]\\s)(?:(?:as|like|zoals|net als|wat|what) @?${NAME} (?:already |al )?(?:said|zei)(?: (?:al|already))?,? ?|@${NAME}[,:]? )(\\p{L})`,
        'giu',
      ),
    ],
  },
  {
    file: 'ingest/steps/redaction/find-public-contacts.ts',
    regexes: [
      /(?<![\p{L}\d._-])[\p{L}\d._%+'-]{1,64}@example\.com(?![\p{L}\d-]|\.[\p{L}\d])/giu,
      /(?<!\d)(?:\+|00)?(?:31)?[ ().-]{0,3}(?:\(?0\)?)?[ ().-]{0,3}2[ ().-]{0,3}0[ ().-]{0,3}1[ ().-]{0,3}2(?!\d)/gu,
    ],
  },
];
