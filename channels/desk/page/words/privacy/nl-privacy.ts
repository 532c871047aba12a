import type { PrivacyPageWords } from './privacy-words.js';

export const privacyNl: PrivacyPageWords = {
  title: 'Privacy',
  hint: 'Vindt alles wat van één persoon bewaard wordt. Er wordt vastgelegd dat je zocht, exporteerde of wiste, zonder over wie het ging.',
  by: 'Bekend als',
  kinds: { email: 'E-mailadres', conversation: 'Gesprek', customer: 'Kanaal en klant' },
  email: 'E-mailadres',
  conversation: 'Id van het gesprek (het eind van zijn adres op de desk)',
  channel: 'Kanaal, zoals directline, facebook of msteams',
  customer: 'Id van de klant in dat kanaal',
  find: 'Zoeken',
  nobody: 'Van deze persoon wordt niets bewaard.',
  conversations: (count) => (count === 1 ? '1 gesprek' : `${count} gesprekken`),
  unnamed: 'zonder naam',
  kept: 'Wat bewaard wordt',
  place: 'Waar',
  rows: 'Hoeveel',
  export: 'Exporteren',
  exportHint: 'De export is een bestand met alles erin. Geef het alleen aan deze persoon.',
  erase: 'Voorgoed wissen',
  eraseTitle: 'Deze persoon voorgoed wissen?',
  eraseHint: (count) =>
    `${count === 1 ? 'Eén gesprek verdwijnt' : `${count} gesprekken verdwijnen`}, met alles wat erin staat en wat ervan gemaakt is. Niemand kan dat terughalen.`,
  erased: (seconds) => `Alles van deze persoon is gewist, in ${seconds} seconden.`,
  inRelease:
    'Een formulering die van deze persoon geleerd was, stond in de kennis. Zij is nu verborgen; de volgende ingest maakt een release zonder haar.',
  leftovers: (count) =>
    count === 1
      ? 'Eén zin staat er nog, omdat iemand anders hetzelfde zei.'
      : `${count} zinnen staan er nog, omdat anderen hetzelfde zeiden.`,
};
