import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';

/** What is said of files. */
export interface FileWords {
  readonly add: string;
  readonly chosen: string;
  readonly remove: (name: string) => string;
  readonly sending: string;
  /** Why the button is off. */
  readonly notTaken: string;
  readonly tooLarge: (name: string, megabytes: number) => string;
  readonly tooMany: (most: number) => string;
  readonly failed: (name: string) => string;
  readonly kinds: (name: string) => string;
  readonly open: (name: string) => string;
}

const NL: FileWords = {
  add: 'Bestand toevoegen',
  chosen: 'Gekozen bestanden',
  remove: (name) => `${name} weghalen`,
  sending: 'wordt klaargezet',
  notTaken: 'Via dit kanaal kun je geen bestanden sturen.',
  tooLarge: (name, megabytes) => `${name} is te groot: hooguit ${megabytes} MB.`,
  tooMany: (most) => `Hooguit ${most} bestanden per antwoord.`,
  failed: (name) => `${name} kon niet worden toegevoegd. Probeer het opnieuw.`,
  kinds: (name) => `${name} kan niet mee: alleen afbeeldingen (PNG, JPEG, GIF, WebP), pdf en platte tekst.`,
  open: (name) => `${name} groot openen`,
};

const EN: FileWords = {
  add: 'Add a file',
  chosen: 'Chosen files',
  remove: (name) => `Remove ${name}`,
  sending: 'being added',
  notTaken: 'Files cannot be sent through this channel.',
  tooLarge: (name, megabytes) => `${name} is too large: ${megabytes} MB at most.`,
  tooMany: (most) => `At most ${most} files in a reply.`,
  failed: (name) => `${name} could not be added. Try again.`,
  kinds: (name) => `${name} cannot be sent: only pictures (PNG, JPEG, GIF, WebP), PDF and plain text can.`,
  open: (name) => `Open ${name} at full size`,
};

/** The words in the language of the desk. */
export function fileWordsIn(language: SpokenLanguage): FileWords {
  return language === 'nl' ? NL : EN;
}

/** How large a file is, as people say it. */
export function tellSize(language: SpokenLanguage, bytes: number): string {
  const tell = (value: number) =>
    value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (bytes < 1_024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${tell(bytes / 1_024)} kB` : `${tell(bytes / 1_048_576)} MB`;
}
