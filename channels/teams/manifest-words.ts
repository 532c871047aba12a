import type { SpokenLanguage } from '../../bot/contracts/messages.js';

/** What people read of the app before they add it; not cut yet. */
export interface AppWords {
  readonly shortName: string;
  readonly fullName: string;
  readonly shortDescription: string;
  readonly fullDescription: string;
  /** What Teams offers to type; the bot understands each title. */
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

interface Names {
  readonly bot: string;
  readonly company: string;
}

/** The words of the app in one language. */
export function appWords(language: SpokenLanguage, { bot, company }: Names): AppWords {
  const base = { shortName: bot, fullName: bot === company ? bot : `${bot}, ${company}` };
  if (language === 'nl') {
    return {
      ...base,
      shortDescription: 'Antwoorden van andere klanten, of een medewerker.',
      fullDescription: `${bot} beantwoordt vragen over ${company} met antwoorden die klanten elkaar in de community gaven, met naam, datum en link. Er wordt niets verzonnen. Wie liever een mens spreekt, typt "medewerker". In een team of groepschat: noem de app met @ in uw vraag.`,
      commands: [
        { title: 'Medewerker', description: 'Een mens spreken' },
        { title: 'Wie ben je?', description: 'Wat deze bot kan' },
        { title: 'Nieuw gesprek', description: 'Opnieuw beginnen' },
        { title: 'Stuur dit gesprek', description: 'Wat er is gezegd, als tekstbestand' },
        { title: 'Gesprek beëindigen', description: 'Klaar; u kunt altijd weer iets vragen' },
      ],
    };
  }
  return {
    ...base,
    shortDescription: 'Answers by other customers, or a person.',
    fullDescription: `${bot} answers questions about ${company} with answers that customers gave each other in the community, with name, date and link. Nothing is made up. Whoever prefers a person types "agent". In a team or group chat: mention the app with @ in your question.`,
    commands: [
      { title: 'Agent', description: 'Talk to a person' },
      { title: 'Who are you?', description: 'What this bot can do' },
      { title: 'New conversation', description: 'Start over' },
      { title: 'Send this conversation', description: 'What was said, as a text file' },
      { title: 'End this conversation', description: 'Done; you can always ask again' },
    ],
  };
}
