/**
 * The language of a command's words: the one that was asked for, else that of the system.
 * @param asked what stood behind `--language`; anything but "nl" and "en" counts as not asked
 * @param locale such as "nl_NL.UTF-8"
 */
export function terminalLanguage(asked: string | undefined, locale: string | undefined): 'nl' | 'en' {
  if (asked === 'nl' || asked === 'en') return asked;
  return locale?.startsWith('nl') ? 'nl' : 'en';
}
