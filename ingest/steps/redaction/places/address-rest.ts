const CITY = String.raw`(?:(?:Den|Sint|St\.?|Saint|Bad|La|Le|Les|New|San|Los|'s-|’s-)[ -]?)?\p{Lu}[\p{L}'’.-]{1,24}`;
const CITIES = String.raw`${CITY}(?:[ -](?:(?:am|an der|aan den|aan de|aan|op|bij|sur|sous|en|upon|on|under|de|le|la|les|im)[ ])?${CITY}){0,2}`;
export const BRITISH_POSTCODE = String.raw`[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}(?![\p{L}\d])`;
/** A town with the code of its post: Dutch, Belgian, German, French, British, American. */
const TOWN = String.raw`(?:(?:NL-|B-|D-|F-)?\d{4}[ ]?[A-Z]{2}(?![\p{L}\d])(?:,?[ ]${CITIES})?|(?:B-|L-|A-|CH-|D-|F-)?\d{4,5}[ ]${CITIES}|(?:${CITIES},?[ ])?(?:\p{Lu}[\p{L}]{1,24},?[ ])?${BRITISH_POSTCODE}|${CITIES},?[ ][A-Z]{2}[ ]\d{5}(?:-\d{4})?(?!\d))`;
/** Which door of a house: "bus 3", "Apt 5C", "2. OG", "bât. B". */
const DOOR = String.raw`(?:(?:bus|bte|boîte|apt|apartment|appartement|app|flat|unit|suite|ste|kamer|room|verdieping|etage|étage|esc|escalier|bât|bâtiment|wohnung|whg|toevoeging|toev|floor)\.?[ ]?[A-Z\d]{1,5}(?![\p{L}\d])|#\d{1,4}[A-Z]?|\d{1,2}(?:e|st|nd|rd|th|\.)[ ]?(?:verdieping|etage|étage|floor|og|stock))`;
const WITH_TOWN = new RegExp(String.raw`(?:,?[ ](?:in[ ])?|,|[ ]?\n[ ]?)${TOWN}`, 'uy');
/** "3 t/m 17" */
const RANGE = /[ ]?(?:t\/m|tot en met|-|–|bis|to)[ ]?\d{1,4}[a-z]?(?![\p{L}\d]|[.,:]\d|[ ]?(?:uur|euro))/iuy;
const DOORS = new RegExp(String.raw`(?:(?:,?[ ]|,)${DOOR}){1,2}`, 'iuy');
/** What stands before a street with its number: "Flat 3, ". */
const FLAT_BEFORE = /(?:flat|apartment|apt|unit|room|suite)\.? [A-Z\d]{1,4}(?:,|, | )$/iu;
const MOST_BEFORE = 20;

/** Where an address ends of which street and number end at `end`: door, postcode and town behind it are part of it. */
export function endOfAddress(text: string, end: number): number {
  let at = end;
  for (const pattern of [RANGE, DOORS, WITH_TOWN]) {
    pattern.lastIndex = at;
    at += pattern.exec(text)?.[0].length ?? 0;
  }
  return at;
}

/** Where it begins: the flat before it is part of it. */
export function startOfAddress(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - MOST_BEFORE), start);
  return start - (FLAT_BEFORE.exec(before)?.[0].length ?? 0);
}
