/** The words of the page's profile in one language. */
interface ProfileWords {
  readonly greeting: (botName: string, companyName: string) => string;
  readonly shortGreeting: string;
  readonly talkToPerson: string;
  readonly startAnew: string;
  readonly transcript: string;
  readonly end: string;
  readonly website: (companyName: string) => string;
  readonly shortWebsite: string;
}

/** Meta puts the customer's first name in place of `{{user_first_name}}`. */
export const profileWords: Readonly<Record<'nl' | 'en', ProfileWords>> = {
  nl: {
    greeting: (bot, company) =>
      `Hallo {{user_first_name}}! Ik ben ${bot}, de chatbot van ${company}. Stel gerust uw vraag; een medewerker kan het overnemen.`,
    shortGreeting:
      'Hallo {{user_first_name}}! Hier antwoordt een chatbot. Stel gerust uw vraag; een medewerker kan het overnemen.',
    talkToPerson: 'Praat met een medewerker',
    startAnew: 'Nieuw gesprek',
    transcript: 'Stuur dit gesprek',
    end: 'Gesprek beëindigen',
    website: (company) => `Website van ${company}`,
    shortWebsite: 'Website',
  },
  en: {
    greeting: (bot, company) =>
      `Hi {{user_first_name}}! I am ${bot}, the chatbot of ${company}. Just ask your question; a person can take over.`,
    shortGreeting:
      'Hi {{user_first_name}}! A chatbot answers here. Just ask your question; a person can take over.',
    talkToPerson: 'Talk to a person',
    startAnew: 'New conversation',
    transcript: 'Send this conversation',
    end: 'End this conversation',
    website: (company) => `Website of ${company}`,
    shortWebsite: 'Website',
  },
};
