import type { Choice, ChoiceValue } from '../../contracts/messages.js';
import { normalise, wordsOf } from './normalise.js';
import { yesOrNo } from './yes-or-no.js';

const ORDINALS: readonly RegExp[] = [
  /^(de |het |the )?(1|een|one|eerste|first|bovenste|1e|1ste|1st|a)( (one|optie|option|vraag|question|graag|please))?$/,
  /^(de |het |the )?(2|twee|two|tweede|second|2e|2de|2nd|middelste|b)( (one|optie|option|vraag|question|graag|please))?$/,
  /^(de |het |the )?(3|drie|three|derde|third|3e|3de|3rd|c)( (one|optie|option|vraag|question|graag|please))?$/,
  /^(de |the )?(4|vier|four|vierde|fourth|4e|4de|4th|d)( (one|optie|option|vraag|question|graag|please))?$/,
];
const LAST = /^(de |the )?(laatste|last|onderste)( (one|optie|option|vraag|question))?$/;
const OPTION_WORD = /^(optie|option|nummer|number|nr|keuze|choice|no|vraag|question) (?=\w)/;
const NONE =
  /^((nee|no) )?(geen( van deze| van die| daarvan| van beide(n)?| van (de )?drie| van allen)?|none( of (these|those|them|the above))?|neither|geen enkele|(iets|wat) anders|something else|anders|other|een andere vraag|niet(s)? (hiervan|daarvan)|staat er niet (bij|tussen)|not listed|(dat|het) bedoel ik niet|that is not what i mean|niets)$/;

/**
 * The open choice that a typed text stands for: its title, its number among the numbered ones, a yes or no where that
 * fits one of them; null for none.
 */
export function openChoiceIn(text: string, open: readonly Choice[]): ChoiceValue | null {
  if (open.length === 0) return null;
  const normal = normalise(text);
  const titled = open.find((choice) => normalise(choice.title) === normal);
  if (titled) return titled.value;
  const listed = open.filter(({ value }) => value.action === 'pick-item');
  return numbered(normal, listed, open) ?? answered(text, open, listed) ?? quoted(text, listed);
}

/** Questions and what may follow them are counted in the order shown; "none of these" is the one after the last. */
function numbered(normal: string, listed: readonly Choice[], open: readonly Choice[]): ChoiceValue | null {
  if (listed.length === 0) return null;
  const none = open.find(({ value }) => value.action === 'none-of-these');
  const countable = none ? [...listed, none] : listed;
  const words = normal.replace(OPTION_WORD, '');
  const index = ORDINALS.findIndex((ordinal) => ordinal.test(words));
  if (index >= 0) return countable[index]?.value ?? null;
  if (LAST.test(words)) return listed.at(-1)?.value ?? null;
  // Under an answer with alternatives "none of these" is its "no".
  const no = none ?? open.find(({ value }) => value.action === 'feedback' && !value.isHelpful);
  return no && NONE.test(normal) ? no.value : null;
}

function answered(text: string, open: readonly Choice[], listed: readonly Choice[]): ChoiceValue | null {
  const reply = yesOrNo(text);
  if (!reply) return null;
  const find = (matches: (value: ChoiceValue) => boolean) =>
    open.find(({ value }) => matches(value))?.value ?? null;
  const solved = find((value) => value.action === 'stays-solved' && value.isSolved === (reply === 'yes'));
  if (solved && reply !== 'let-go') return solved;
  if (reply === 'let-go') return find((value) => value.action === 'decline-person');
  if (reply === 'no') {
    return (
      find((value) => value.action === 'feedback' && !value.isHelpful) ??
      find((value) => value.action === 'decline-person') ??
      find((value) => value.action === 'none-of-these')
    );
  }
  const helped = find((value) => value.action === 'feedback' && value.isHelpful);
  if (helped) return reply === 'yes' ? helped : null;
  const isOffer = open.some(({ value }) => value.action === 'decline-person');
  if (isOffer) return find((value) => value.action === 'request-person');
  return listed.length === 1 ? (listed[0]?.value ?? null) : null;
}

/** Most words of one title and of no other: "the one about roaming in Turkey" is left to the search. */
function quoted(text: string, listed: readonly Choice[]): ChoiceValue | null {
  const typed = new Set(wordsOf(text));
  if (typed.size < 3) return null;
  const close = listed.filter(({ title }) => {
    const words = new Set(wordsOf(title));
    const shared = [...typed].filter((word) => words.has(word)).length;
    return shared / Math.max(words.size, typed.size) >= 0.75;
  });
  return close.length === 1 ? (close[0]?.value ?? null) : null;
}
