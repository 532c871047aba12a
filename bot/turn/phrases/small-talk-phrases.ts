import type { SpokenLanguage } from '../../contracts/messages.js';
import type { Phrases } from './phrases.js';

/** What the bot says where nothing is asked, in each language. */
export const smallTalkPhrases: Readonly<Record<SpokenLanguage, Phrases['smallTalk']>> = {
  nl: {
    greeting: () => ['Hallo! Waar kan ik u mee helpen?', 'Hallo, stel uw vraag gerust.'],
    thanks: () => ['Graag gedaan! Hebt u nog een vraag? Stel hem gerust.', 'Geen probleem!'],
    goodbye: () => ['Tot ziens, en een fijne dag!', 'Fijne dag nog!'],
    'who-are-you': ({ bot, company }) => [
      `Ik ben ${bot}, een chatbot en dus geen mens. Ik zoek antwoorden die klanten van ${company} eerder gaven. Een mens spreken? Typ "medewerker".`,
      `Ik ben een chatbot van ${company}. Wilt u een mens spreken? Typ "medewerker".`,
    ],
    'how-are-you': () => ['Goed, dank u! Waar kan ik u mee helpen?', 'Prima, dank u. Wat is uw vraag?'],
    'asks-for-help': () => ['Natuurlijk. Wat is uw vraag?', 'Zegt u het maar. Waar gaat het over?'],
    test: () => ['Uw bericht komt aan. Wat is uw vraag?', 'Ik lees u. Waar gaat het over?'],
    'off-topic': ({ company }) => [
      `Dat weet ik niet, ik help alleen met vragen over ${company}. Waar kan ik u mee helpen?`,
      `Ook daar ga ik niet over. Hebt u een vraag over ${company}? Die zoek ik graag voor u op.`,
    ],
    'insult-or-joke': () => [
      'Daar heb ik geen goed antwoord op, ik ben een chatbot. Met een vraag help ik graag.',
      'Ik houd het bij vragen. Waar kan ik u mee helpen?',
    ],
  },
  en: {
    greeting: () => ['Hello! What can I help you with?', 'Hello, just ask me your question.'],
    thanks: () => ['You are welcome! Do you have another question? Just ask.', 'No problem!'],
    goodbye: () => ['Goodbye, and have a nice day!', 'Have a good day!'],
    'who-are-you': ({ bot, company }) => [
      `I am ${bot}, a chatbot, so not a person. I look up answers that customers of ${company} gave before. Talk to a person? Type "agent".`,
      `I am a chatbot of ${company}. Would you like to talk to a person? Type "agent".`,
    ],
    'how-are-you': () => [
      'Fine, thank you! What can I help you with?',
      'I am well, thank you. What is your question?',
    ],
    'asks-for-help': () => ['Of course. What is your question?', 'Please tell me, what is it about?'],
    test: () => ['Your message came through. What is your question?', 'I can read you. What is it about?'],
    'off-topic': ({ company }) => [
      `I do not know, I only help with questions about ${company}. What can I help you with?`,
      `I cannot help with that either. Do you have a question about ${company}? Then I will gladly look it up.`,
    ],
    'insult-or-joke': () => [
      'I have no good reply to that, I am a chatbot. With a question I am glad to help.',
      'I stick to questions. What can I help you with?',
    ],
  },
};
