import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';

const DAY = 24 * 60 * 60 * 1_000;
/** From so many days on a unit is told. */
const UNITS = [
  [365.25, 'year'],
  [30.44, 'month'],
  [1, 'day'],
] as const;

/** How long ago something was, in its largest unit: "7 years ago". @param at ISO 8601 @param now milliseconds */
export function tellAgo(language: SpokenLanguage, at: string, now: number): string {
  const days = Math.max(0, (now - Date.parse(at)) / DAY);
  const [length, unit] = UNITS.find(([each]) => days >= each) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(days / length), unit);
}
