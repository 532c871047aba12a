/** The words of an agent's link with the channel in which they can work as well. */
export interface LinkWords {
  readonly title: string;
  readonly linked: string;
  readonly notLinked: string;
  readonly makeCode: string;
  readonly code: string;
  /** What is to be sent to the bot. */
  readonly message: (code: string) => string;
  readonly hint: string;
  readonly remove: string;
  readonly close: string;
}

export const linksNl: LinkWords = {
  title: 'Werken in Teams',
  linked: 'Je bent gekoppeld: wat je in Teams doet, doe je hier onder je eigen naam.',
  notLinked: 'Koppel je account om ook in het kanaal van Teams te kunnen werken.',
  makeCode: 'Maak een code',
  code: 'Stuur dit bericht aan de bot in Teams',
  message: (code) => `koppel ${code}`,
  hint: 'De code werkt één keer, en tien minuten lang. Geef hem aan niemand.',
  remove: 'Ontkoppel',
  close: 'Sluit',
};

export const linksEn: LinkWords = {
  title: 'Work in Teams',
  linked: 'You are linked: what you do in Teams is done here under your own name.',
  notLinked: 'Link your account, so that you can work in the channel of Teams as well.',
  makeCode: 'Make a code',
  code: 'Send this message to the bot in Teams',
  message: (code) => `link ${code}`,
  hint: 'The code works once, and for ten minutes. Give it to nobody.',
  remove: 'Unlink',
  close: 'Close',
};
