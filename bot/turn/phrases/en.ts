import { listed } from './listed.js';
import type { Phrases } from './phrases.js';
import { smallTalkPhrases } from './small-talk-phrases.js';

/** English: plain, friendly, short sentences. */
export const en: Phrases = {
  locale: 'en-GB',

  welcome: ({ bot, company }) =>
    `Hello! I am ${bot}, the chatbot of ${company}. I look up answers that other customers gave before. Please ask your question in your own words. Would you rather talk to a person? Type "agent".`,
  introductionAlone: ({ bot, company }) => `Hello, I am ${bot}, the chatbot of ${company}.`,
  introduction: ({ bot, company }) =>
    `Hello, I am ${bot}, the chatbot of ${company}. Would you rather talk to a person? Type "agent".`,

  leadOfDoubt: ['This answer probably fits your question.', 'I think this answer can help you.'],
  leadOfNext: ['Sorry that did not help. Maybe this answer will.', 'Then here is another answer for you.'],
  leadOfOther: ['There is another answer that may help you on.', 'Maybe this is of use to you too.'],
  leadOfStillTrue: [
    'This is still the answer that I know to this. The source tells when it was given.',
    'I know no newer answer to this. The source tells when it was given.',
  ],
  leadOfAgain: [
    'I gave you this answer just now. I think it holds what you ask.',
    'I think the same answer holds that too.',
  ],
  leadWhileWaiting: [
    'While you are waiting for a person: I have this answer for you already.',
    'You are still in line. Meanwhile I found this answer.',
  ],
  readsOn: ['The answer goes on like this:', 'Further on it says:'],
  firstStep: ['Step by step, then. Begin with this:', 'One step at a time. The first is:'],
  stepAsked: (step) => [`This is step ${step}:`, `Step ${step} once more:`],
  inShort: ['The most important part:', 'In short:'],
  typeForStep: 'Done? Type "next" for the next step.',
  typeForMore: 'Type "next" for the rest of the answer.',
  leadOfLanguage: (language) => `This answer is in ${language}.`,
  doesNotMention: (names) => `This answer does not mention ${listed(names, 'or')}.`,
  itMatters: (names) => `It is about ${listed(names, 'and')}`,
  alternatives: 'Do you mean something else? Then choose a question below.',
  shortened: 'shortened',
  editedBy: ({ company, date }) => `edited by ${company}${date ? `, ${date}` : ''}`,
  howOthersWereHelped: (author) => `This is how ${author} helped another customer:`,
  howTheySolvedIt: (author) => `This is how ${author} solved it:`,
  answerFound: 'This is the answer I found:',
  fromHelpPage: (company) => `From ${company}'s help page:`,
  correctedBy: ({ author, date }) =>
    `Please note: the first answer was corrected later. ${author} wrote${date ? ` on ${date}` : ''}:`,
  cameBackOnIt: ({ author, date }) =>
    `Please note: ${author} corrected this answer later${date ? ` (${date})` : ''}:`,
  overtakenBy: ({ author, date }) =>
    `Please note: the first answer is out of date. ${author} wrote${date ? ` on ${date}` : ''}, under a newer question:`,
  addedBy: ({ author, date }) => `${author} added later${date ? ` (${date})` : ''}:`,
  earlierBy: ({ author, date }) => `The earlier answer, by ${author}${date ? ` (${date})` : ''}:`,
  sourceLine: ({ author, rank, date }) =>
    `Answer by ${author}${rank ? ` (${rank})` : ''}${date ? `, ${date}` : ''}`,
  articleLine: ({ company, date }) => `Help page of ${company}${date ? `, ${date}` : ''}`,
  linkTitle: 'View in community',
  articleTitle: 'View help page',
  originalTitle: 'To the original answer',
  ageNote: (year) => `This answer is from ${year}. Some of it may have changed.`,
  outdatedNote: 'This answer may be out of date.',
  endedNote: (product) => `This answer is about ${product}, which has been discontinued.`,
  contradictedNote: 'Others wrote later that this answer may no longer be right.',
  deadLinksNote: 'Not all links in this answer still work.',
  personConcerned: 'the person concerned',
  readMore: 'Read more',
  feedbackQuestion: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanksForYes: ['Glad it helped! Do you have another question? Just ask.', 'Great, good to hear!'],
  thanksForNo: [
    'Thank you, we learn from that. What else can I help you with?',
    'Thank you for letting us know.',
  ],

  companySays: ({ company }) => `This is what ${company} says:`,

  didYouMean: [
    'I am not sure I understand you. Do you mean one of these questions?',
    'Is your question one of these? Choose the one that fits best.',
  ],
  didYouMeanOne: [
    'I am not sure I understand you. Do you mean this question?',
    'Is this perhaps what you mean?',
  ],
  noneOfThese: 'None of these',
  notThis: 'No, something else',
  offer: {
    asked: ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
    elsewhere: ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
    taken: ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
    account: [
      'This is about your own account. I cannot see it, but our staff can. Shall I connect you?',
      'Our staff need to look at your account for this too. Would you like to talk to a person?',
    ],
    order: [
      'This is about your own order or appointment. Our staff can look it up for you. Shall I connect you?',
      'I cannot see your order or appointment. Would you like to talk to a person?',
    ],
    complaint: [
      'I am sorry to hear that. One of our staff can look at it with you. Shall I connect you?',
      'I understand that you are not happy. Would you like to talk to a person?',
    ],
    sensitive: [
      'This is better discussed with a person. Shall I connect you?',
      'This is better discussed with a person too. Would you like to talk to one?',
    ],
    sales: [
      'Our staff can advise you on this. Shall I connect you?',
      'Our staff can advise you on this too. Would you like to talk to a person?',
    ],
    'company-only': [
      'Only our staff can do this for you. Shall I connect you?',
      'Only our staff can do this for you too. Would you like to talk to a person?',
    ],
    abuse: [
      'I am sorry to hear that. One of our staff can look at it with you. Shall I connect you?',
      'I understand that you are not happy. Would you like to talk to a person?',
    ],
    'no-match': [
      'I have no answer that fits well enough. Feel free to ask in other words, or shall I connect you with a person?',
      'I have no good answer to this either. Would you like to talk to a person?',
    ],
    'near-tie': [
      'I find more than one answer and do not know which one you need. Feel free to ask in other words, or shall I connect you with a person?',
      'I still cannot choose between the answers I find. Would you like to talk to a person?',
    ],
    mood: [
      'Shall I connect you with a person? You will not have to repeat anything.',
      'Would you like to talk to a person?',
    ],
    'not-sure': [
      'I have no answer that fits well enough. Feel free to ask in other words, or shall I connect you with a person?',
      'I have no good answer to this either. Would you like to talk to a person?',
    ],
    'not-helpful': [
      'Sorry that did not help. Shall I connect you with a person?',
      'I cannot solve this for you. Would you like to talk to a person?',
    ],
    danger: ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
    bereavement: ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
    failure: ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
    'not-ready': ['Would you like to talk to a person?', 'Shall I connect you with a person?'],
  },
  offerAfter: {
    next: [
      'This answer goes no further. Feel free to ask in other words, or shall I connect you with a person?',
      'There is no more to it. Would you like to talk to a person?',
    ],
    'not-understood': [
      'I cannot put it more simply. Shall I connect you with a person who can explain it?',
      'One of our staff can take the time to explain it. Would you like to talk to them?',
    ],
  },
  offerWithNobody: 'None of our staff are here right now, but you can join the line.',
  offerToPromise: 'None of our staff are here right now, but you can leave a message.',
  acceptPerson: 'Yes, please',
  declinePerson: 'No, thanks',
  keptWithBot: [
    'Fine, I am here to help. What would you like to know?',
    'All right. Just ask me your question.',
  ],
  letGo: [
    'Fine, let us leave it at that. You can always ask me something else.',
    'All right. I am here if you would like to know more.',
  ],
  askForWords: [
    'Can you tell me in a short sentence what is wrong, or what you would like to know?',
    'What would you like to know? A short sentence is enough.',
  ],
  filesOnly: [
    'Thank you for the file. I cannot look into it myself. What is your question about it?',
    'I cannot look into this file either. Can you type your question?',
  ],
  chooseOne: [
    'Which question do you mean? Choose one, or type its number.',
    'Choose the question that fits best.',
  ],
  choiceLapsed: [
    'This choice is no longer there. What would you like to know?',
    'This choice is no longer there either. Type your question and I will look for an answer.',
  ],
  apology: [
    'Something went wrong on our side. It is not your fault. Would you like to talk to a person, or try again in a moment?',
    'Sorry, it is still not working. Shall I connect you with a person?',
  ],

  apologyWhileWaiting: (place) => `Something went wrong on our side, but you are still in line. ${place}`,

  backAt: (day, time) => `We are back ${day} from ${time}.`,
  promised: (day, time) => `You will get an answer here ${day} before ${time}.`,
  today: 'today',
  tomorrow: 'tomorrow',
  onDay: (day) => `on ${day}`,
  timeOfDay: (hour, minutes) => `${hour}:${minutes}`,

  sympathy: 'I understand this is annoying.',
  handover: {
    asked: 'Of course, I am connecting you with a person.',
    account: 'This is about your own account, so I am connecting you with a person.',
    order: 'This is about your own order or appointment, so I am connecting you with a person.',
    complaint:
      'I am sorry that you are not happy. I am connecting you with a person who will look at it with you.',
    sensitive: 'This is better discussed with a person, so I am connecting you with one.',
    sales: 'Our staff can advise you on this. I am connecting you.',
    'company-only': 'Only our staff can do this for you, so I am connecting you.',
    'not-ready':
      'I am being updated and cannot look up answers for a while. That is why I am connecting you with a person.',
  },
  handoverWhy: {
    sensitive: 'This is better discussed with a person.',
    sales: 'Our staff can advise you on this.',
    'company-only': 'Only our staff can do this for you.',
    account: 'This is about your own account. Only our staff can see it.',
    order: 'This is about your own order or appointment. Only our staff can look it up.',
    complaint: 'I am sorry that you are not happy. Our staff can look at it with you.',
    'not-ready': 'I am being updated and cannot look up answers for a while.',
  },
  iAmABot: 'I am a chatbot.',
  personInDanger:
    'I have called a person with urgency. They read this whole chat. Do not wait for them if you need help now.',
  nobodyInDanger:
    'None of our staff are here right now. Do not wait for us if you need help: call the number above. Your message is ahead of the line.',
  readWhenBack: 'When one of our staff is back, they read this whole chat.',
  personAfterDeath:
    'I am connecting you with a person, ahead of the line. They read this whole chat, so you do not have to repeat anything.',
  nobodyAfterDeath:
    'None of our staff are here right now. Your message is ahead of the line. When one of our staff is back, they read this whole chat, so you do not have to repeat anything.',
  handoverBehindSympathy: 'I am connecting you with a person.',
  handoverAccepted: 'All right, I am connecting you with a person.',
  handoverNext: (place) => `${place} They can read this whole chat, so you do not have to repeat anything.`,
  handoverToNobody: (place) =>
    `None of our staff are here right now. I have put you in line. ${place} When one of our staff is back, they read this whole chat. If nobody comes, I will tell you.`,
  queueIsFull:
    'Many chats from your internet connection are waiting already. That is why I cannot put you in line for our staff right now. Please try again in fifteen minutes: type "agent". Meanwhile you can go on asking me questions.',
  queueIsFullInDanger:
    'Call the number above. I cannot put you in line for a person now: many conversations from your internet connection are waiting already.',
  answeredHere: 'I cannot arrange a call: a person will answer you here in the chat.',
  messageLeft: (place) =>
    `None of our staff are here right now. I have put your message in line. ${place} Meanwhile you can go on asking me questions.`,
  messageStays: (place) =>
    `None of our staff are here any more. Your message stays in line. ${place} Meanwhile you can go on asking me questions.`,
  promiseBroken: (place) =>
    `We are sorry: we did not manage to answer you in time. Your message now goes before ordinary questions. ${place} You will get an answer here as soon as one of our staff is free.`,
  brokenByAgent: (agent) =>
    `We are sorry: we did not manage to answer you in time. ${agent} has your message and will answer you here as soon as possible.`,
  place: (position) => (position <= 1 ? 'You are next in line.' : `You are number ${position} in line.`),
  backToAgent: (agent) => `${agent}, who helped you before, gets your question first.`,
  backFirst: 'Because you talked to us about this before, you go first.',
  overtaken: (place) => `Someone who needs help sooner goes first. ${place}`,
  stillWaiting: (place) => `Thank you, the person who helps you will read this too. ${place}`,
  stillWaitingAgain: (place) => `You are waiting for a person. ${place}`,
  stillWaitingForNobody: (place) =>
    `Thank you, this is kept with your chat. None of our staff are here right now. ${place}`,
  cancelRequest: 'Stop waiting',
  cancelled: 'You are no longer in line. I can help you again. What would you like to know?',
  mentionMe: 'Mention me with @ in every message. Otherwise it does not arrive.',
  joined: (agent) => `${agent} has taken over this chat. You are now talking to a person.`,
  agentChanged: (agent) =>
    `${agent} is taking over and can read this whole chat, so you do not have to repeat anything.`,
  readerJoined: (name) => `Our colleague ${name} is now reading along in this conversation.`,
  readerLeft: (name) => `Our colleague ${name} is no longer reading along.`,
  agentLeft: (agent, place) =>
    `${agent} had to leave. ${place} A colleague will take over and can read this whole chat, so you do not have to repeat anything.`,
  lastAgentLeft: (agent, place) =>
    `${agent} had to leave, and nobody else of our staff is here right now. ${place} When one of our staff is back, they read this whole chat, so you do not have to repeat anything.`,
  passedOn: (agent, to, place) =>
    `${agent} is passing you on to ${to}. ${place} Whoever takes over can read this whole chat, so you do not have to repeat anything.`,
  ourColleague: (name) => `our colleague ${name}`,
  ourTeam: (name) => `our ${name} colleagues`,
  agentSilent: (agent, place) =>
    `${agent} cannot help you right away after all. ${place} A colleague will take over and can read this whole chat, so you do not have to repeat anything.`,
  lastAgentSilent: (agent, place) =>
    `${agent} cannot help you right away after all, and nobody else of our staff is here right now. ${place} When one of our staff is back, they read this whole chat, so you do not have to repeat anything.`,
  closed: (agent) =>
    `${agent} has closed this chat. Is it not solved after all, or do you have another question? Write it here: the chatbot can help you again, and if you ask for a person you go first.`,
  askScore: 'How satisfied are you with this contact? Choose a number from 1 (not at all) to 5 (very).',
  thanksForScore: [
    'Thank you for telling us. If you have another question, just ask.',
    'Thank you, I have changed your number.',
  ],
  commentOnScore: 'Say more',
  askComment: ['Please write it in one message.', 'Please do. Put it in your next message.'],
  thanksForComment: ['Thank you, I will pass this on.', 'Thank you. What you wrote is kept.'],
  givenBack: (agent) => `${agent} has left the chat. I, the chatbot, can help you again.`,
  anAgent: 'A colleague',
  theAgent: 'Our colleague',
  expired: 'We are sorry, nobody is free right now.',
  expiredInDanger: 'Do not wait for us if you need help now: call the number above.',
  waitOrGoOn: 'Would you like to keep waiting, or go on with the chatbot?',
  waitOn: 'Keep waiting',
  goOnWithBot: 'Back to the chatbot',

  smallTalk: smallTalkPhrases.en,
};
