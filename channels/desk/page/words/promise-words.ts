/** What agents read of what a customer said after a conversation was closed. */
export interface RatingWords {
  readonly title: string;
  readonly score: (score: number) => string;
  readonly comment: string;
}

/** What agents read of answers that customers were promised. */
export interface PromiseWords {
  readonly title: string;
  /** The last hours: how much is left. */
  readonly left: (duration: string) => string;
  readonly before: (deadline: string) => string;
  readonly stopped: string;
  readonly broken: string;
  /** To everybody: answers that are soon due. */
  readonly atRisk: (names: readonly string[]) => string;
  readonly show: string;
  /** What a customer said after an agent closed. */
  readonly rating: RatingWords;
}

export const promiseNl: PromiseWords = {
  title: 'Antwoord beloofd',
  left: (duration) => `antwoord beloofd: nog ${duration}`,
  before: (deadline) => `antwoord beloofd voor ${deadline}`,
  stopped: 'belofte staat stil: de klant is aan zet',
  broken: 'te laat met antwoord',
  atRisk: (names) =>
    names.length === 1
      ? `Bijna te laat: ${names[0]} wacht op een beloofd antwoord.`
      : `Bijna te laat: ${names.length} klanten wachten op een beloofd antwoord.`,
  show: 'Bekijken',
  rating: { title: 'Tevredenheid', score: (score) => `${score} van 5`, comment: 'Toelichting' },
};

export const promiseEn: PromiseWords = {
  title: 'Answer promised',
  left: (duration) => `answer promised: ${duration} left`,
  before: (deadline) => `answer promised before ${deadline}`,
  stopped: 'promise stands still: it is the customer’s turn',
  broken: 'answer is late',
  atRisk: (names) =>
    names.length === 1
      ? `Almost late: ${names[0]} is waiting for a promised answer.`
      : `Almost late: ${names.length} customers are waiting for a promised answer.`,
  show: 'Show',
  rating: { title: 'Satisfaction', score: (score) => `${score} of 5`, comment: 'Comment' },
};
