/** Browsers by what their name of themselves holds; the first that fits, as most also name those they descend from. */
const BROWSERS: readonly (readonly [string, string])[] = [
  ['Edg/', 'Edge'],
  ['EdgA/', 'Edge'],
  ['EdgiOS/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['FxiOS/', 'Firefox'],
  ['Firefox/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];

const SYSTEMS: readonly (readonly [string, string])[] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
];

/**
 * Names browser and system from a `User-Agent` header (RFC 9110, §10.1.5), the same in every language. The header itself
 * is not kept: it tells versions by which a person can be told from others.
 * @returns such as `Firefox · Windows`; '' where neither is known
 */
export function deviceWords(userAgent: string): string {
  const named = [BROWSERS, SYSTEMS].map((known) => known.find(([sign]) => userAgent.includes(sign))?.[1]);
  return named.filter((name) => name !== undefined).join(' · ');
}
