import { listed } from './listed.js';
import type { Phrases } from './phrases.js';
import { smallTalkPhrases } from './small-talk-phrases.js';

/** Dutch: formal "u", short sentences. */
export const nl: Phrases = {
  locale: 'nl-NL',

  welcome: ({ bot, company }) =>
    `Hallo! Ik ben ${bot}, de chatbot van ${company}. Ik zoek antwoorden die andere klanten eerder gaven. Stel uw vraag gerust in uw eigen woorden. Wilt u liever een mens spreken? Typ dan "medewerker".`,
  introductionAlone: ({ bot, company }) => `Hallo, ik ben ${bot}, de chatbot van ${company}.`,
  introduction: ({ bot, company }) =>
    `Hallo, ik ben ${bot}, de chatbot van ${company}. Wilt u liever een mens spreken? Typ dan "medewerker".`,

  leadOfDoubt: ['Dit antwoord past waarschijnlijk bij uw vraag.', 'Ik denk dat dit antwoord u verder helpt.'],
  leadOfNext: [
    'Jammer dat het niet hielp. Misschien helpt dit antwoord wel.',
    'Dan heb ik nog een ander antwoord voor u.',
  ],
  leadOfOther: ['Er is nog een antwoord dat u verder kan helpen.', 'Misschien hebt u hier ook iets aan.'],
  leadOfStillTrue: [
    'Dit is nog steeds het antwoord dat ik hierop ken. Bij de bron ziet u van wanneer het is.',
    'Een nieuwer antwoord ken ik hierop niet. Bij de bron ziet u van wanneer het is.',
  ],
  leadOfAgain: [
    'Dit antwoord gaf ik u net ook. Volgens mij staat het erin.',
    'Het staat volgens mij in hetzelfde antwoord.',
  ],
  leadWhileWaiting: [
    'Terwijl u op een medewerker wacht: dit antwoord heb ik al voor u.',
    'U staat nog in de rij. Intussen heb ik dit antwoord gevonden.',
  ],
  readsOn: ['Het antwoord gaat zo verder:', 'Verderop staat:'],
  firstStep: ['Stap voor stap dan. Begin hiermee:', 'Een stap tegelijk. De eerste is:'],
  stepAsked: (step) => [`Dit is stap ${step}:`, `Stap ${step} nog een keer:`],
  inShort: ['Het belangrijkste eruit:', 'In het kort:'],
  typeForStep: 'Gelukt? Typ "verder" voor de volgende stap.',
  typeForMore: 'Typ "verder" voor de rest van het antwoord.',
  leadOfLanguage: (language) => `Dit antwoord is in het ${language}.`,
  doesNotMention: (names) => `Dit antwoord zegt niets over ${listed(names, 'of')}.`,
  itMatters: (names) => `Het gaat mij wel om ${listed(names, 'en')}`,
  alternatives: 'Bedoelt u iets anders? Kies dan hieronder een vraag.',
  shortened: 'ingekort',
  editedBy: ({ company, date }) => `aangepast door ${company}${date ? `, ${date}` : ''}`,
  howOthersWereHelped: (author) => `Zo hielp ${author} een andere klant:`,
  howTheySolvedIt: (author) => `Zo loste ${author} het zelf op:`,
  answerFound: 'Dit antwoord heb ik gevonden:',
  fromHelpPage: (company) => `Van de hulppagina van ${company}:`,
  correctedBy: ({ author, date }) =>
    `Let op: het eerste antwoord is later verbeterd. ${author} schreef${date ? ` op ${date}` : ''}:`,
  cameBackOnIt: ({ author, date }) =>
    `Let op: ${author} heeft dit antwoord later verbeterd${date ? ` (${date})` : ''}:`,
  overtakenBy: ({ author, date }) =>
    `Let op: het eerste antwoord is niet meer van deze tijd. ${author} schreef${date ? ` op ${date}` : ''} bij een nieuwere vraag:`,
  addedBy: ({ author, date }) => `${author} voegde hier later aan toe${date ? ` (${date})` : ''}:`,
  earlierBy: ({ author, date }) => `Het eerdere antwoord, van ${author}${date ? ` (${date})` : ''}:`,
  sourceLine: ({ author, rank, date }) =>
    `Antwoord van ${author}${rank ? ` (${rank})` : ''}${date ? `, ${date}` : ''}`,
  articleLine: ({ company, date }) => `Hulppagina van ${company}${date ? `, ${date}` : ''}`,
  linkTitle: 'Naar de community',
  articleTitle: 'Naar de hulppagina',
  originalTitle: 'Naar het oorspronkelijke antwoord',
  ageNote: (year) => `Dit antwoord is uit ${year}. Misschien klopt niet alles meer.`,
  outdatedNote: 'Dit antwoord is mogelijk verouderd.',
  endedNote: (product) => `Dit antwoord gaat over ${product}. Dat product is er niet meer.`,
  contradictedNote: 'Anderen schreven later dat dit antwoord misschien niet meer klopt.',
  deadLinksNote: 'Niet alle links in dit antwoord werken nog.',
  personConcerned: 'wie het betreft',
  readMore: 'Lees verder',
  feedbackQuestion: 'Heeft dit u geholpen?',
  yes: 'Ja',
  no: 'Nee',
  thanksForYes: ['Fijn dat het gelukt is! Hebt u nog een vraag? Stel hem gerust.', 'Mooi, fijn om te horen!'],
  thanksForNo: ['Dank u, daar leren we van. Waar kan ik u nog mee helpen?', 'Dank u voor het laten weten.'],

  companySays: ({ company }) => `Dit laat ${company} zelf weten:`,

  didYouMean: [
    'Ik weet niet zeker of ik u goed begrijp. Bedoelt u een van deze vragen?',
    'Staat uw vraag hierbij? Kies dan de vraag die het beste past.',
  ],
  didYouMeanOne: [
    'Ik weet niet zeker of ik u goed begrijp. Bedoelt u deze vraag?',
    'Bedoelt u misschien deze vraag?',
  ],
  noneOfThese: 'Geen van deze',
  notThis: 'Nee, iets anders',
  offer: {
    asked: ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
    elsewhere: ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
    taken: ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
    account: [
      'Dit gaat over uw eigen gegevens. Daar kan ik niet bij, een medewerker wel. Zal ik u verbinden?',
      'Ook hiervoor moet een medewerker in uw gegevens kijken. Wilt u een medewerker spreken?',
    ],
    order: [
      'Dit gaat over uw eigen bestelling of afspraak. Een medewerker kan dat voor u nakijken. Zal ik u verbinden?',
      'Ik kan uw bestelling of afspraak zelf niet bekijken. Wilt u een medewerker spreken?',
    ],
    complaint: [
      'Wat vervelend. Een medewerker kan met u meekijken. Zal ik u verbinden?',
      'Ik begrijp dat u niet tevreden bent. Wilt u een medewerker spreken?',
    ],
    sensitive: [
      'Dit bespreekt u beter met een mens. Zal ik u met een medewerker verbinden?',
      'Ook dit bespreekt u beter met een mens. Wilt u een medewerker spreken?',
    ],
    sales: [
      'Een medewerker kan u hierover adviseren. Zal ik u verbinden?',
      'Ook hierover kan een medewerker u adviseren. Wilt u een medewerker spreken?',
    ],
    'company-only': [
      'Dit kan alleen een medewerker voor u regelen. Zal ik u verbinden?',
      'Ook dit kan alleen een medewerker voor u regelen. Wilt u een medewerker spreken?',
    ],
    abuse: [
      'Wat vervelend. Een medewerker kan met u meekijken. Zal ik u verbinden?',
      'Ik begrijp dat u niet tevreden bent. Wilt u een medewerker spreken?',
    ],
    'no-match': [
      'Ik heb geen antwoord dat goed genoeg past. Stel uw vraag gerust anders, of zal ik u met een medewerker verbinden?',
      'Ook hierop weet ik geen goed antwoord. Wilt u een medewerker spreken?',
    ],
    'near-tie': [
      'Ik vind meer dan één antwoord en weet niet welk u nodig hebt. Stel uw vraag gerust anders, of zal ik u met een medewerker verbinden?',
      'Ook nu kan ik niet kiezen tussen de antwoorden die ik vind. Wilt u een medewerker spreken?',
    ],
    mood: [
      'Zal ik u met een medewerker verbinden? U hoeft dan niets te herhalen.',
      'Wilt u een medewerker spreken?',
    ],
    'not-sure': [
      'Ik heb geen antwoord dat goed genoeg past. Stel uw vraag gerust anders, of zal ik u met een medewerker verbinden?',
      'Ook hierop weet ik geen goed antwoord. Wilt u een medewerker spreken?',
    ],
    'not-helpful': [
      'Jammer dat het niet hielp. Zal ik u met een medewerker verbinden?',
      'Ik kan dit niet voor u oplossen. Wilt u een medewerker spreken?',
    ],
    danger: ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
    bereavement: ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
    failure: ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
    'not-ready': ['Wilt u een medewerker spreken?', 'Zal ik u met een medewerker verbinden?'],
  },
  offerAfter: {
    next: [
      'Dit antwoord gaat niet verder. Stel uw vraag gerust anders, of zal ik u met een medewerker verbinden?',
      'Verder staat er niets. Wilt u een medewerker spreken?',
    ],
    'not-understood': [
      'Eenvoudiger kan ik het niet zeggen. Zal ik u verbinden met een medewerker die het uitlegt?',
      'Een medewerker kan het u rustig uitleggen. Wilt u die spreken?',
    ],
  },
  offerWithNobody: 'Er is nu geen medewerker aanwezig, maar u kunt wel in de rij gaan staan.',
  offerToPromise: 'Er is nu geen medewerker aanwezig, maar u kunt wel een bericht achterlaten.',
  acceptPerson: 'Ja, graag',
  declinePerson: 'Nee, dank u',
  keptWithBot: ['Prima, dan help ik u verder. Wat wilt u weten?', 'Goed. Stel uw vraag gerust aan mij.'],
  letGo: [
    'Goed, dan laten we het hierbij. U kunt altijd weer iets vragen.',
    'Prima. Ik ben er als u nog iets wilt weten.',
  ],
  askForWords: [
    'Kunt u in een korte zin zeggen wat er aan de hand is, of wat u wilt weten?',
    'Wat wilt u weten? Een korte zin is genoeg.',
  ],
  filesOnly: [
    'Dank u voor het bestand. Ik kan het zelf niet bekijken. Wat is uw vraag erbij?',
    'Ook dit bestand kan ik niet bekijken. Kunt u uw vraag typen?',
  ],
  chooseOne: ['Welke vraag bedoelt u? Kies er een, of typ het nummer.', 'Kies de vraag die het beste past.'],
  choiceLapsed: [
    'Deze keuze is er niet meer. Wat wilt u weten?',
    'Ook deze keuze is er niet meer. Typ uw vraag, dan zoek ik een antwoord.',
  ],
  apology: [
    'Er ging iets mis aan onze kant. Dat ligt niet aan u. Wilt u een medewerker spreken, of het zo nog eens proberen?',
    'Het lukt helaas nog steeds niet. Zal ik u met een medewerker verbinden?',
  ],

  apologyWhileWaiting: (place) => `Er ging iets mis aan onze kant, maar u staat nog in de rij. ${place}`,

  backAt: (day, time) => `Wij zijn er ${day} weer vanaf ${time} uur.`,
  promised: (day, time) => `U krijgt hier ${day} voor ${time} uur antwoord.`,
  today: 'vandaag',
  tomorrow: 'morgen',
  onDay: (day) => day,
  timeOfDay: (hour, minutes) => `${hour}.${minutes}`,

  sympathy: 'Vervelend, dat snap ik.',
  handover: {
    asked: 'Natuurlijk, ik verbind u met een medewerker.',
    account: 'Dit gaat over uw eigen gegevens. Daarom verbind ik u met een medewerker.',
    order: 'Dit gaat over uw eigen bestelling of afspraak. Daarom verbind ik u met een medewerker.',
    complaint: 'Wat vervelend dat u niet tevreden bent. Ik verbind u met een medewerker die met u meekijkt.',
    sensitive: 'Dit bespreekt u beter met een mens. Daarom verbind ik u met een medewerker.',
    sales: 'Een medewerker kan u hierover adviseren. Ik verbind u.',
    'company-only': 'Dit kan alleen een medewerker voor u regelen. Daarom verbind ik u.',
    'not-ready':
      'Ik word op dit moment bijgewerkt en kan even geen antwoorden opzoeken. Daarom verbind ik u met een medewerker.',
  },
  handoverWhy: {
    sensitive: 'Dit bespreekt u beter met een mens.',
    sales: 'Een medewerker kan u hierover adviseren.',
    'company-only': 'Dit kan alleen een medewerker voor u regelen.',
    account: 'Dit gaat over uw eigen gegevens. Daar kan alleen een medewerker bij.',
    order: 'Dit gaat over uw eigen bestelling of afspraak. Alleen een medewerker kan die nakijken.',
    complaint: 'Wat vervelend dat u niet tevreden bent. Een medewerker kan met u meekijken.',
    'not-ready': 'Ik word op dit moment bijgewerkt en kan even geen antwoorden opzoeken.',
  },
  iAmABot: 'Ik ben een chatbot.',
  personInDanger:
    'Ik heb met spoed een medewerker gevraagd. Die leest dit hele gesprek. Wacht daar niet op als u nu hulp nodig hebt.',
  nobodyInDanger:
    'Er is nu geen medewerker aanwezig. Wacht niet op ons als u hulp nodig hebt: bel het nummer hierboven. Uw bericht staat met voorrang in de rij.',
  readWhenBack: 'Is er weer een medewerker, dan leest die het hele gesprek.',
  personAfterDeath:
    'Ik verbind u met een medewerker, met voorrang. Die leest dit hele gesprek. U hoeft dus niets te herhalen.',
  nobodyAfterDeath:
    'Er is nu geen medewerker aanwezig. Uw bericht staat met voorrang in de rij. Is er weer een medewerker, dan leest die het hele gesprek. U hoeft dus niets te herhalen.',
  handoverBehindSympathy: 'Ik verbind u met een medewerker.',
  handoverAccepted: 'Goed, ik verbind u met een medewerker.',
  handoverNext: (place) => `${place} De medewerker leest dit hele gesprek. U hoeft dus niets te herhalen.`,
  handoverToNobody: (place) =>
    `Er is nu geen medewerker aanwezig. Ik heb u in de rij gezet. ${place} Is er weer een medewerker, dan leest die het hele gesprek. Komt er niemand, dan laat ik u dat weten.`,
  queueIsFull:
    'Er wachten al veel gesprekken vanaf uw internetverbinding. Daarom kan ik u nu niet in de rij voor een medewerker zetten. Probeer het over een kwartier opnieuw: typ dan "medewerker". Intussen kunt u mij gewoon vragen stellen.',
  queueIsFullInDanger:
    'Bel het nummer hierboven. Ik kan u nu niet in de rij voor een medewerker zetten: er wachten al veel gesprekken vanaf uw internetverbinding.',
  answeredHere: 'Ik kan niet regelen dat iemand u belt: een medewerker antwoordt u hier in de chat.',
  messageLeft: (place) =>
    `Er is nu geen medewerker aanwezig. Ik heb uw bericht in de rij gezet. ${place} U kunt mij intussen gewoon vragen blijven stellen.`,
  messageStays: (place) =>
    `Er is nu geen medewerker meer aanwezig. Uw bericht blijft in de rij staan. ${place} U kunt mij intussen gewoon vragen blijven stellen.`,
  promiseBroken: (place) =>
    `Het spijt ons: het is niet gelukt u op tijd te antwoorden. Uw bericht gaat nu voor op gewone vragen. ${place} U krijgt hier antwoord zodra er een medewerker vrij is.`,
  brokenByAgent: (agent) =>
    `Het spijt ons: het is niet gelukt u op tijd te antwoorden. ${agent} heeft uw bericht en antwoordt u hier zo snel mogelijk.`,
  place: (position) =>
    position <= 1 ? 'U bent als eerste aan de beurt.' : `U bent nummer ${position} in de rij.`,
  backToAgent: (agent) => `${agent} heeft u eerder geholpen en krijgt uw vraag als eerste.`,
  backFirst: 'Omdat u hier al eerder over sprak, gaat u voor.',
  overtaken: (place) => `Iemand die eerder hulp nodig heeft, gaat voor. ${place}`,
  stillWaiting: (place) => `Dank u, de medewerker leest dit straks ook. ${place}`,
  stillWaitingAgain: (place) => `U wacht op een medewerker. ${place}`,
  stillWaitingForNobody: (place) =>
    `Dank u, dit blijft bij uw gesprek staan. Er is nu geen medewerker aanwezig. ${place}`,
  cancelRequest: 'Stop met wachten',
  cancelled: 'U staat niet meer in de rij. Ik help u weer verder. Wat wilt u weten?',
  mentionMe: 'Noem mij met @ in elk bericht. Anders komt het niet aan.',
  joined: (agent) => `${agent} neemt het gesprek over. U praat nu met een mens.`,
  agentChanged: (agent) =>
    `${agent} helpt u nu verder en leest het hele gesprek. U hoeft dus niets te herhalen.`,
  readerJoined: (name) => `Onze collega ${name} leest vanaf nu mee in dit gesprek.`,
  readerLeft: (name) => `Onze collega ${name} leest niet meer mee.`,
  agentLeft: (agent, place) =>
    `${agent} moest weg. ${place} Een collega neemt het over en leest het hele gesprek. U hoeft dus niets te herhalen.`,
  lastAgentLeft: (agent, place) =>
    `${agent} moest weg en er is nu geen andere medewerker aanwezig. ${place} Is er weer een medewerker, dan leest die het hele gesprek. U hoeft dus niets te herhalen.`,
  passedOn: (agent, to, place) =>
    `${agent} geeft uw gesprek door aan ${to}. ${place} Wie het overneemt, leest het hele gesprek. U hoeft dus niets te herhalen.`,
  ourColleague: (name) => `onze collega ${name}`,
  ourTeam: (name) => `onze collega’s van ${name}`,
  agentSilent: (agent, place) =>
    `${agent} kan u toch niet meteen helpen. ${place} Een collega neemt het over en leest het hele gesprek. U hoeft dus niets te herhalen.`,
  lastAgentSilent: (agent, place) =>
    `${agent} kan u toch niet meteen helpen en er is nu geen andere medewerker aanwezig. ${place} Is er weer een medewerker, dan leest die het hele gesprek. U hoeft dus niets te herhalen.`,
  closed: (agent) =>
    `${agent} heeft dit gesprek afgerond. Is het toch niet opgelost, of hebt u nog een vraag? Schrijf het hier: de chatbot helpt u weer, en vraagt u om een medewerker, dan gaat u voor.`,
  askScore: 'Hoe tevreden bent u over dit contact? Kies een cijfer van 1 (niet) tot 5 (heel tevreden).',
  thanksForScore: [
    'Dank u voor uw oordeel. Hebt u nog een vraag, stel die dan gerust.',
    'Dank u, ik heb uw cijfer aangepast.',
  ],
  commentOnScore: 'Toelichting geven',
  askComment: ['Schrijf uw toelichting in één bericht.', 'Graag. Zet uw toelichting in uw volgende bericht.'],
  thanksForComment: ['Dank u, ik geef uw toelichting door.', 'Dank u. Uw toelichting is bewaard.'],
  givenBack: (agent) => `${agent} is uit het gesprek. Ik, de chatbot, help u weer verder.`,
  anAgent: 'Een medewerker',
  theAgent: 'De medewerker',
  expired: 'Het spijt ons, er is nu geen medewerker vrij.',
  expiredInDanger: 'Wacht niet op ons als u nu hulp nodig hebt: bel het nummer hierboven.',
  waitOrGoOn: 'Wilt u blijven wachten, of verder met de chatbot?',
  waitOn: 'Blijf wachten',
  goOnWithBot: 'Verder met chatbot',

  smallTalk: smallTalkPhrases.nl,
};
