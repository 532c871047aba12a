import { HEAD_NAMES, type HeadName, type Heads } from './heads.js';

/** The chances of every head's labels. */
type Chances = Readonly<Record<HeadName, Float32Array>>;

/** From scores of all labels in a row to chances, head by head. */
export function chancesOf(
  scores: Float32Array,
  heads: Heads,
  temperatures: Readonly<Record<HeadName, number>>,
): Chances {
  let start = 0;
  const chances = HEAD_NAMES.map((name) => {
    const end = start + heads[name].length;
    const part = scores.slice(start, end).map((score) => score / temperatures[name]);
    start = end;
    const top = Math.max(...part);
    const raised = part.map((score) => Math.exp(score - top));
    const sum = raised.reduce((total, value) => total + value, 0);
    return [name, raised.map((value) => value / sum)] as const;
  });
  return Object.fromEntries(chances) as Record<HeadName, Float32Array>;
}

/** The scores that thresholds are held against. "Are you human?" names a person and asks for none: small talk counts against. */
export function scoresOf({ person, topic, mood, talk, danger, act }: Chances) {
  return {
    person: (person[1] ?? 0) * (talk[0] ?? 1),
    matter: 1 - (topic[0] ?? 1),
    annoyed: (mood[1] ?? 0) + (mood[2] ?? 0),
    talk: 1 - (talk[0] ?? 1),
    danger: 1 - (danger[0] ?? 1),
    act: 1 - (act[0] ?? 1),
  };
}

/** The likeliest label but the first, which is "nothing of it". */
export function likeliest(chances: Float32Array, labels: readonly string[]): string {
  let best = 1;
  for (let at = 2; at < chances.length; at++) {
    if ((chances[at] as number) > (chances[best] as number)) best = at;
  }
  return labels[best] ?? '';
}
