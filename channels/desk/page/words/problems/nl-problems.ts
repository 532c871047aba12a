import type { DeskWords } from '../word-list.js';

/** What went wrong, by the code of the server, in Dutch. */
export const problemsNl: DeskWords['problems'] = {
  Unreachable: 'De server is niet bereikbaar. Probeer het zo opnieuw.',
  DeskSignInRefused: 'E-mailadres of wachtwoord klopt niet.',
  PasswordWrong: 'Het wachtwoord klopt niet.',
  CodeNeeded: 'Typ ook de code uit je app, of een herstelcode.',
  CodeWrong:
    'De code klopt niet, is te oud of is al gebruikt. Wacht op de volgende, of gebruik een herstelcode.',
  CodesPaused: 'Te veel verkeerde codes. Wacht een kwartier of gebruik een herstelcode.',
  SecondFactorOn: 'Inloggen in twee stappen staat al aan. Zet het eerst uit.',
  SecondFactorDemanded: 'Inloggen in twee stappen is hier verplicht en kan niet uit.',
  DeskSecondFactorNeeded: 'Stel eerst inloggen in twee stappen in.',
  DeskSessionEnded: 'Je sessie is afgelopen. Log opnieuw in.',
  DeskNotAllowed: 'Dit kunnen alleen beheerders.',
  DeskForeignPage: 'Dit verzoek kwam niet van de desk zelf. Open de desk op het eigen adres.',
  DeskConversationTaken: 'Dit kan niet meer: het gesprek is intussen veranderd.',
  BackInQueue:
    'Je had geen verbinding of schreef te lang niets. Daarom staat dit gesprek weer in de wachtrij.',
  DeskConversationOffered: 'Dit gesprek wordt nu aan een collega aangeboden.',
  DeskFull: 'Dit gesprek past er niet meer bij. Sluit eerst een gesprek af of geef er een terug.',
  DeskCannotReach: 'Je antwoord is niet verstuurd.',
  DeskContentOnly: 'Dit kunnen alleen contentbeheerders en beheerders.',
  DeskItemUnknown: 'Dit antwoord staat niet meer in de kennis. Zoek het opnieuw op.',
  DeskItemChanged: 'Een collega heeft dit intussen gewijzigd. Er is niets bewaard. Open het opnieuw.',
  DeskTooManyEdits: 'Er zijn zoveel antwoorden gewijzigd als kan. Maak eerst iets ongedaan.',
  DeskFileUnknown: 'Je antwoord is niet verstuurd: een bestand is er niet meer. Kies het opnieuw.',
  DeskFilesNotTaken: 'Via dit kanaal kun je geen bestanden sturen.',
  DeskCannedUnknown: 'Dit standaardantwoord is er niet meer. Laad de pagina opnieuw.',
  DeskCannedShortcutUsed: 'Er is in deze taal al een standaardantwoord met deze afkorting.',
  DeskTooManyCanned: 'Er zijn al zoveel standaardantwoorden als mogelijk is. Verwijder er eerst een.',
  DeskKnowledgeBusy: 'Er lopen nog een paar zoekopdrachten van je. Wacht even.',
  DeskKnowledgeNotReady: 'Zoeken kan nu niet: de kennis wordt ingelezen. Probeer het straks opnieuw.',
  DeskTooManyNotes: 'Dit gesprek heeft al zoveel notities als mogelijk is.',
  DeskReplyKeyUsed:
    'Dit antwoord is niet verstuurd. Kopieer de tekst, gooi het weg en verstuur het als nieuw antwoord.',
  DeskNewerMessages: 'Je antwoord is niet verstuurd: er is intussen iets geschreven. Lees dat eerst.',
  DeskTargetUnknown: 'Het gesprek is niet doorgegeven: deze collega of dit team is er niet (meer).',
  DeskSnoozeTime: 'Kies een later moment, hooguit een maand vooruit.',
  DeskLabelUnknown: 'Dit label is er niet meer. Laad de pagina opnieuw.',
  DeskLabelNameUsed: 'Er is al een label met deze naam.',
  DeskTooManyLabels: 'Er zijn al zoveel labels als mogelijk is. Haal er eerst een weg.',
  DeskViewUnknown: 'Deze weergave is er niet meer.',
  DeskTooManyViews: 'Je hebt al zoveel weergaven als mogelijk is. Verwijder er eerst een.',
  DeskConversationUnknown: 'Dit gesprek is er niet (meer).',
  AccountExists:
    'Er is al een account met dit e-mailadres. Log daarmee in, of vraag een beheerder om een link naar een nieuw wachtwoord.',
  PersonTooMany:
    'Dit adres leidt naar meerdere klanten. Zoek het juiste gesprek en zoek alleen die klant op.',
  AccountUnknown: 'Dit account is er niet meer. Laad de pagina opnieuw.',
  AccountChangeForbidden: 'Alleen beheerders kunnen accounts wijzigen.',
  AccountLocked: 'Dit account is geblokkeerd. Deblokkeer het eerst.',
  LastAdministrator:
    'Dit is de laatste beheerder die kan inloggen. Nodig eerst een andere beheerder uit of deblokkeer er een.',
  ResetInvalid: 'Deze link is al gebruikt of verlopen.',
  PasswordGuessable:
    'Dit wachtwoord is makkelijk te raden: veelgebruikt, een rij toetsen, steeds dezelfde tekens, of je eigen naam of e-mailadres. Neem een zin van een paar woorden.',
  PasswordTooShort: 'Dit wachtwoord is te kort. Neem een zin van een paar woorden.',
  InvitationForbidden: 'Alleen beheerders kunnen uitnodigen.',
  InvitationInvalid: 'Deze uitnodiging is al gebruikt of verlopen.',
  PasswordsBusy: 'Er loggen te veel mensen tegelijk in. Probeer het over een paar seconden opnieuw.',
  PasswordCheckFailed:
    'Je wachtwoord kon niet worden verwerkt; er is niets veranderd. Probeer het zo opnieuw.',
  TooManyRequests: 'Te veel pogingen. Wacht een minuut.',
  BadArgument: 'Niet alles is goed ingevuld.',
  BodyTooLarge: 'Dit bericht is te lang.',
  other: 'Er ging iets mis. Probeer het zo opnieuw.',
};
