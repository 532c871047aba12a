import { chooseByLabel, chooseThreshold, type Scored, type WANTED } from './choose-thresholds.js';
import { HEAD_NAMES, HEADS, type HeadName, type Heads, layoutOf } from './heads.js';
import type { LabelledMessage } from './labelled-messages.js';
import type { ByLabel, ScoreReading, Use } from './model.js';
import { chancesOf, likeliest, scoresOf } from './uses.js';

/** The scores of a message that were learned without it. */
interface HeldOut {
  readonly message: LabelledMessage;
  readonly scores: Float32Array;
  /** Which labels may be right, all heads in a row. */
  readonly allowed: Uint8Array;
  readonly weight: number;
}

/** What a use looks for in a message; a clear matter is a matter. */
type Sought = Exclude<Use, 'clear'>;

const HEAD_OF: Readonly<Record<Sought, HeadName>> = {
  person: 'person',
  matter: 'topic',
  annoyed: 'mood',
  talk: 'talk',
  danger: 'danger',
  act: 'act',
};

/** Temperatures and thresholds by what was said of rows that were held out. */
export function chooseReading(rows: readonly HeldOut[], heads: Heads, wanted: typeof WANTED): ScoreReading {
  const temperatures = temperaturesOf(rows, heads);
  const heard = rows.map((row) => {
    const chances = chancesOf(row.scores, heads, temperatures);
    return { message: row.message, chances, uses: scoresOf(chances) };
  });
  const scoredFor = (use: Sought) => {
    const messages: Scored[] = [];
    const ordinary: Scored[] = [];
    const head = HEAD_OF[use];
    for (const { message, chances, uses } of heard) {
      const isRight = isWanted(use, message);
      if (isRight === null) continue;
      const scored = { score: uses[use], label: likeliest(chances[head], heads[head]), isRight };
      if (message.isOrdinary) ordinary.push(scored);
      else if (isHeldAgainst(use, message)) messages.push(scored);
    }
    return { messages, ordinary };
  };
  const one = (use: Sought) => {
    const { messages, ordinary } = scoredFor(use);
    const scores = ordinary.map(({ score }) => score);
    return chooseThreshold(messages, scores, wanted[use]);
  };
  const byLabel = (use: Sought, of: Use = use): ByLabel => {
    const { messages, ordinary } = scoredFor(use);
    const [, ...labels] = heads[HEAD_OF[use]];
    return chooseByLabel(labels, messages, ordinary, wanted[of]);
  };
  const thresholds = {
    person: one('person'),
    matter: byLabel('matter'),
    clear: byLabel('matter', 'clear'),
    annoyed: one('annoyed'),
    talk: byLabel('talk'),
    danger: byLabel('danger'),
    act: one('act'),
  };
  return { temperatures, thresholds };
}

/** Wordings are too plain to choose by. Acts are read before persons and small talk: what they sound like of these does not count. */
function isHeldAgainst(use: Sought, { file }: LabelledMessage): boolean {
  return file !== 'wordings.jsonl' && !(file === 'acts.jsonl' && (use === 'person' || use === 'talk'));
}

/** Whether a message is what a use looks for; null where its labels do not tell. */
export function isWanted(use: Sought, { labels }: LabelledMessage): boolean | null {
  const head = HEAD_OF[use];
  const given = labels[head];
  if (!given) return null;
  if (use === 'annoyed') return given.some((label) => label === 'angry' || label === 'frustrated');
  const nothing = HEADS[head][0];
  return given.includes(nothing) ? (given.length > 1 ? null : false) : true;
}

function temperaturesOf(rows: readonly HeldOut[], heads: Heads): Readonly<Record<HeadName, number>> {
  const { starts } = layoutOf(heads);
  return Object.fromEntries(
    HEAD_NAMES.map((name) => {
      const start = starts[name];
      const end = start + heads[name].length;
      const known = rows.filter(({ message }) => message.labels[name] && message.split === 'fit');
      const parts = known.map(({ scores, allowed, weight }) => ({
        part: scores.subarray(start, end),
        may: allowed.subarray(start, end),
        weight,
      }));
      return [name, temperatureOf(parts)];
    }),
  ) as Record<HeadName, number>;
}

/** What scores are divided by so that the chances of held-out messages come true: the least surprise. */
function temperatureOf(
  rows: readonly { readonly part: Float32Array; readonly may: Uint8Array; readonly weight: number }[],
): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.5; temperature <= 4; temperature += 0.1) {
    let loss = 0;
    for (const { part, may, weight } of rows) {
      let sum = 0;
      let right = 0;
      part.forEach((score, at) => {
        const raised = Math.exp(score / temperature);
        sum += raised;
        if (may[at]) right += raised;
      });
      loss -= weight * Math.log(Math.max(right / sum, 1e-9));
    }
    if (loss < best.loss) best = { temperature: Number(temperature.toFixed(2)), loss };
  }
  return best.temperature;
}
