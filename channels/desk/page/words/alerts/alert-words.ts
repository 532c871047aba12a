import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import type { AlertKind } from '../../alerts/alerts-between.js';

/** The words of alerts while the page is hidden. */
export interface AlertWords {
  readonly title: string;
  readonly hint: string;
  readonly sound: string;
  readonly notification: string;
  readonly denied: string;
  readonly news: Readonly<Record<AlertKind, string>>;
  readonly several: (count: number) => string;
}

export const ALERT_WORDS: Readonly<Record<SpokenLanguage, AlertWords>> = {
  nl: {
    title: 'Meldingen',
    hint: 'Voor een nieuw gesprek, een aanbod, een vermelding of een antwoord, als je de desk niet ziet. Dit geldt voor jou in deze browser.',
    sound: 'Geluid',
    notification: 'Melding van de browser',
    denied:
      'De browser staat geen meldingen toe. Sta ze toe in de instellingen van de browser voor deze site.',
    news: {
      new: 'Er wacht een nieuwe klant.',
      offer: 'Je krijgt een gesprek aangeboden.',
      mention: 'Een collega noemt je in een notitie.',
      reply: 'Een klant van je heeft geschreven.',
    },
    several: (count) => `Er zijn ${count} nieuwe dingen op de desk.`,
  },
  en: {
    title: 'Alerts',
    hint: 'For a new conversation, an offer, a mention or a reply while you do not see the desk. This is for you in this browser.',
    sound: 'Sound',
    notification: 'Notification of the browser',
    denied: 'The browser permits no notifications. Permit them in the browser’s settings for this site.',
    news: {
      new: 'A new customer is waiting.',
      offer: 'A conversation is offered to you.',
      mention: 'A colleague mentions you in a note.',
      reply: 'A customer of yours wrote.',
    },
    several: (count) => `There are ${count} new things at the desk.`,
  },
};
