import { ENOUGH } from '../../index/learning/anonymous-say.js';
import type { CalibratedRelease } from '../../index/releases/read-calibration.js';
import type { Calibration } from '../../index/search/confidence/calibrate.js';
import { ESTIMATE_LABELS } from '../../index/search/confidence/calibrate.js';
import type { Confusion } from '../../index/search/confidence/find-confusions.js';
import type { IndexSettings } from '../../index/settings.js';
import { cutLine } from './cut-line.js';
import { labelCount, labelsThere } from './label-count.js';
import { percent } from './percent.js';

/** What of the settings decides when a server answers. */
export type RunningSettings = Pick<IndexSettings, 'WANTED_PRECISION' | 'ANSWER_THRESHOLD'>;

/** Characters in a line of a terminal. */
const WIDTH = 80;
/** Characters in a column of the table. */
const COLUMN = 7;

/**
 * A release as one screen for people: what its confidence was fitted on, how much it will answer at the wanted precision,
 * and which items it confuses most.
 * @param isLive whether servers answer with it
 */
export function formatRelease(
  { manifest, calibration }: CalibratedRelease,
  isLive: boolean,
  settings: RunningSettings,
): string {
  const { id, builtAt, items, languages, sources } = manifest;
  const counts = Object.entries(sources).map(([name, count]) => `${name} ${count}`);
  return [
    `Release     ${id}${isLive ? ', live' : ''}, built ${builtAt.slice(0, 16).replace('T', ' ')} UTC`,
    `Items       ${items} (${counts.join(', ')}) in ${languages.join(', ')}`,
    ...fitLines(calibration),
    ...anonymousLines(calibration),
    `Precision   ${percent(calibration.wantedPrecision)} wanted, so the bot answers from ${shortened(calibration.bands.answer)} on`,
    ...settingLines(calibration, settings),
    '',
    ...expectedLines(calibration),
    '',
    ...ownLines(calibration),
    ...confusionLines(calibration.confusions),
  ]
    .map((line) => cutLine(line.trimEnd(), WIDTH))
    .join('\n');
}

function fitLines({ labels }: Calibration): string[] {
  if (labels === 0) return ['Confidence  as shipped: there are no labels'];
  return [`Confidence  fitted on ${labelCount(labels)}: questions whose right answers are known`];
}

/** How much of it people said whom the company does not know; nothing where they said nothing. */
function anonymousLines({ anonymous }: Calibration): string[] {
  if (!anonymous || anonymous.labels === 0) return [];
  const { labels, days, addresses, isEnough, counted } = anonymous;
  const from = `${days} ${days === 1 ? 'day' : 'days'} and ${addresses} ${addresses === 1 ? 'address' : 'addresses'}`;
  const known = `Anonymous   ${labels} ${labels === 1 ? 'label' : 'labels'} of unknown customers, from ${from},`;
  const told = isEnough
    ? `            count as ${Math.round(counted * 10) / 10}; together never more than all others`
    : `            do not count: ${ENOUGH.days} days and ${ENOUGH.addresses} addresses are needed`;
  return [known, told];
}

/** What a server does otherwise than the release says. */
function settingLines({ wantedPrecision }: Calibration, settings: RunningSettings): string[] {
  const { WANTED_PRECISION: wanted, ANSWER_THRESHOLD: threshold } = settings;
  return [
    ...(wanted === wantedPrecision
      ? []
      : [`            WANTED_PRECISION is ${percent(wanted)} by now: run ingest to see what follows`]),
    ...(threshold === undefined
      ? []
      : [`            ANSWER_THRESHOLD is set: servers answer from ${shortened(threshold)} on instead`]),
  ];
}

function expectedLines({ bands, expected, labels }: Calibration): string[] {
  if (labels < ESTIMATE_LABELS) return unknownLines(labels);
  const point = expected.points.find(({ threshold }) => threshold === bands.answer);
  const such = '(Such questions: those of the labels.)';
  const lines =
    !point || point.coverage === 0
      ? ['At this precision the bot will answer none of such questions.', such]
      : [
          `At this precision the bot will answer about ${percent(point.coverage)} of such questions,`,
          `of which about ${percent(point.precision)} are right. ${such}`,
        ];
  return [...lines, '', ...tableLines(bands, expected.points)];
}

/** A community's own questions do not tell what customers ask that it cannot answer, so nothing is guessed from them. */
function unknownLines(labels: number): string[] {
  return [
    'How much of what customers ask the bot will answer, and how much of it rightly,',
    `is not known yet. That takes ${ESTIMATE_LABELS} labels, and ${labelsThere(labels)}.`,
    'Give it files of questions with their answers (INGEST_LABELS); feedback of',
    'customers and agents counts too.',
  ];
}

function tableLines(bands: Calibration['bands'], points: Calibration['expected']['points']): string[] {
  const row = (title: string, cells: readonly string[]) =>
    title.padEnd(12) + cells.map((cell) => cell.padStart(COLUMN)).join('');
  return [
    row(
      'Answer from',
      points.map(({ threshold }) => `${shortened(threshold)}${threshold === bands.answer ? '*' : ' '}`),
    ),
    row(
      '  answered',
      points.map(({ coverage }) => percent(coverage)),
    ),
    row(
      '  right',
      points.map(({ coverage, precision }) => (coverage === 0 ? '-' : percent(precision))),
    ),
  ];
}

function ownLines({ own: { asked, right, answered, answeredWhileHidden } }: Calibration): string[] {
  if (asked === 0) return [];
  return [
    `Of ${asked} of its own questions with words left out it finds ${percent(right)}, answers ${percent(answered)}.`,
    `With their answer hidden it still answers ${percent(answeredWhileHidden)}, all wrong: that should be low.`,
    'Customers ask in words of their own: this is no estimate of what they will get.',
  ];
}

/** Two lines a pair. */
function confusionLines(confusions: readonly Confusion[]): string[] {
  if (confusions.length === 0) return [];
  return [
    '',
    'Confused most: asked the first question, the second comes first or close behind',
    ...confusions.flatMap(({ question, rivalQuestion, lead }, at) => {
      const place = lead < 0 ? 'comes first' : `behind by ${lead.toFixed(2)}`;
      const rest = WIDTH - 4 - place.length - 2;
      return [
        `${String(at + 1).padStart(2)}  ${question}`,
        `    ${cutLine(rivalQuestion, rest).padEnd(rest)}  ${place}`,
      ];
    }),
  ];
}

/** A probability such as .85 or .873. */
function shortened(probability: number): string {
  return String(Math.round(probability * 1_000) / 1_000)
    .replace(/^0(?=\.)/, '')
    .replace(/^(\.\d)$/, '$10');
}
