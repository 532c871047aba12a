import { cutCode } from './cut-code.js';

/** What forum pages show around a post, a line or a part of a line by itself. */
const NOISE = [
  String.raw`(?:pagina|page|seite) \d+ (?:van|of|von|\/) \d+`,
  String.raw`[\d.,]+ (?:keer|times|x) (?:bekeken|gelezen|viewed|gedownload|downloaded)|(?:viewed|bekeken) [\d.,]+ (?:times|keer|x)|[\d.,]+ (?:views|weergaven|downloads|clicks|kliks)`,
  String.raw`[\d.,]+ (?:people|members|users|personen|mensen|leden|gebruikers) (?:like|likes|liked|vind\p{L}*|vonden)[^\n|]{0,40}|[\d.,]+ (?:likes?|kudos?|reacties|replies|antwoorden|comments|berichten|posts|punten|points|stemmen|votes?)`,
  String.raw`(?:berichten|posts|lid sinds|joined|registered|geregistreerd|member since|locatie|location|woonplaats|reputatie|reputation|kudos?|level|niveau|rang|rank|topics|likes)\s?:?\s?#?[\d.,]+[^\n|]{0,30}|(?:lid sinds|joined|member since|registered)\b:?[^\n|]{0,30}`,
  String.raw`(?:dit bericht is |this post (?:was|has been) )?(?:laatst |voor het laatst |last )?(?:bewerkt|gewijzigd|edited|modified|aangepast)(?: door| by| op| on| at|:)[^\n|]{0,120}|(?:dit bericht is |this post (?:was|has been) )?\d+ ?(?:x|keer|times?) (?:bewerkt|gewijzigd|edited)|edited \d+ times?[^\n|]{0,40}|(?:bewerkt|edited)\)?`,
  String.raw`(?:postby|post by|posted by|posted on|posted|geplaatst (?:op|door)|gepost door|written by|geschreven door|verfasst von)\b:? [^\n|]{1,80}|re: [^\n|]{1,150}`,
  String.raw`(?:\d+ )?(?:citeren|citeer|quote|quoten|multiquote|reply|reageer|reageren|beantwoorden|antwoorden|melden?|meld misbruik|report|report abuse|rapporteren|share|delen|deel|like|vind ik leuk|leuk|edit|bewerken|permalink|link|top|omhoog|naar boven|back to top|bookmark|translate|vertalen|vertaal|view original post|show original|toon origineel|print|afdrukken|save|opslaan|volgen|follow|mark as (?:solution|read)|markeer als (?:oplossing|gelezen)|accept as solution|accepted solution|geaccepteerde oplossing|solution|oplossing|beste antwoord|best answer|helpful|nuttig|lees meer|read more|show more|toon meer|offline|online|profiel|profile|pm|private message|stuur bericht|send message|reply with quote|met citaat reageren|advertentie|advertisement|sponsored|gesponsord|terug naar boven|click to expand|klik om uit te vouwen|log in (?:om te reageren|to reply)|toon volledig bericht)(?:\.{3}|…)?`,
  String.raw`(?:geplaatst|posted|onderwerp|subject|titel|title|datum|date|auteur|author|verfasst)\s?: [^\n|]{1,120}|(?:reden|reason)(?: \p{L}+){0,2}: [^\n|]{1,80}|(?:thanked|liked) by [^\n|]{1,60}|\d+ (?:attachments?|bijlagen?|foto['’]s|images?|afbeeldingen)`,
  String.raw`#\d{1,5}|(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}\.? (?:\d{1,2} )?\p{L}{3,9}\.? (?:\d{1,2},? )?(?:19|20)\d{2}[^\n|]{0,15}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d{2},? \d{1,2}:\d{2}(?: ?[ap]m)?`,
  // What stands at a picture: its name, size and weight, and how to enlarge it.
  String.raw`\S{1,80}\.(?:png|jpe?g|gif|webp|heic|bmp|pdf|mp4)(?: ?\(?[\d.,]+ ?[kmg]i?b\)?)?[^\n|]{0,40}|[^\n|]{0,60}\d{2,5} ?[x×] ?\d{2,5}(?:px)? [\d.,]+ ?[kmg]i?b|\d{2,5} ?[x×] ?\d{2,5}(?: ?px)?|\(?[\d.,]+ ?[kmg]i?b\)?`,
  String.raw`\(?(?:klik|click|tap)(?: hier| here| op de (?:foto|afbeelding)| on the (?:picture|image))? (?:om te vergroten|voor (?:een )?(?:vergroting|grotere \p{L}+)|to (?:enlarge|zoom)(?: in)?|for (?:a )?(?:larger|bigger|full)[^\n|]{0,20})\)?`,
  String.raw`(?:foto|photo|figuur|figure|fig\.|afb\.|afbeelding|image|picture|screenshot|schermafbeelding|bijlage|attachment|bild)(?: ?\d{1,3})?(?: ?[:–-] [^\n|]{0,80})?`,
  // Phones and programs that praise themselves.
  String.raw`(?:sent|verstuurd|verzonden|getypt|getikt|typed|written|gesendet|envoyé|posted|geplaatst) (?:from|vanaf|met|via|von|de|depuis|using|with|vanuit|on|op) (?:my |mijn |meinem |mon |the )?[^\n|]{1,50}|(?:get|download) outlook for (?:ios|android)|(?:verstuurd|sent) (?:via|met) tapatalk`,
];
const PART = new RegExp(`^(?:${NOISE.join('|')})[.!]?$`, 'iu');
const MARKS = /^(?:[\s*_>-]|#(?!\d))+|[\s*_]+$/g;
/** "Level 12 · 3,402 kudos", "Citeren | Melden" */
const BETWEEN = /\s*[|·•»«›‹[\]]\s*|[ \t]{2,}|(?<=[.!])\s+(?=\p{Lu})/u;

/** Words of a forum's page, not of its members. */
const OF_PAGE = new Set(
  (
    'pagina page seite vorige volgende previous next first last eerste laatste berichten bericht posts post topics topic threads thread ' +
    'reacties reactie replies reply antwoorden antwoord answers comments likes like kudos votes vote stemmen views weergaven bekeken viewed ' +
    'lid leden member members sinds since joined registered geregistreerd locatie location woonplaats reputatie reputation karma rang rank ' +
    'level niveau badges badge status online offline geplaatst posted gepost bewerkt edited gewijzigd modified keer times citeren citeer quote ' +
    'beantwoorden meld melden report rapporteer delen share opslaan save bookmark permalink omhoog boven top terug back nuttig helpful ' +
    'oplossing solution solved opgelost geaccepteerd accepted beste best gesloten closed onderwerp subject ' +
    'datum date tags labels print volgen follow profiel profile punten points thanks thanked oplossingen solutions user gebruiker ' +
    'toon show eerdere earlier laad load bekijk meer more alle all topicstarter originally wrote schreef spring jump gebruikers users ago geleden expert topgebruiker superuser moderator medewerker employee contributor'
  ).split(' '),
);
/** Words that stand between these. */
const BETWEEN_THEM = new Set(
  'naar to van of from door by op on at om was is dit this did ja nee yes no new nieuw ervaren uur dagen hours days x'.split(
    ' ',
  ),
);
const MOST_OF_LINE = 14;
const MOST_OF_BUTTON = 4;
/** Such a share of a line's words are the page's, numbers or dates; the rest are names and places. */
const SHARE_OF_PAGE = 0.75;
const MONTH_OR_DAY =
  /^(?:jan|feb|maa?r?t|mrt|march|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun|am|pm|gisteren|vandaag|yesterday|today)\p{L}{0,7}$/iu;

/** Thumbs and stars with their numbers. */
const ONLY_COUNTED = /^(?=.*\d)(?=.*[★☆⭐▲▼👍👎❤♥])[^\p{L}]{1,60}$/u;

/** Whether a line is made of words that pages show and numbers, and is no sentence. */
export function isOfPage(plain: string): boolean {
  if (/[?.!]\s+\p{Lu}?\p{Ll}{2,} \p{Ll}|[€£$%>→]|https?:/u.test(plain)) return false;
  const words = plain.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.,:'’-]*/gu) ?? [];
  const bare = words.map((word) => word.replace(/[.,:]+$/, ''));
  const shown = bare.filter((word) => OF_PAGE.has(word));
  const hasNumber = bare.some((word) => /^\d/.test(word));
  const dated = bare.filter((word) => /^\d/.test(word) || (hasNumber && MONTH_OR_DAY.test(word)));
  const between = bare.filter((word) => BETWEEN_THEM.has(word) && !dated.includes(word));
  if (words.length < 2 || words.length > MOST_OF_LINE || shown.length === 0) return false;
  const share = (shown.length + dated.length + between.length) / words.length;
  const isButton = share === 1 && words.length <= MOST_OF_BUTTON;
  return share >= SHARE_OF_PAGE && (hasNumber || shown.length > 1 || isButton);
}

/** Says what its author did to the text, not what is otherwise: "[Edited: fixed a typo]". */
const EDIT_NOTE =
  /^\W*(?:edit|edited|bewerkt|bewerking|update|gewijzigd|aangepast)(?!\p{L})[^\n\p{L}]*(?:\p{L}+[ ,'’-]+){0,4}(?:typo|typefout\p{L}*|tikfout\p{L}*|spelling|spelfout\p{L}*|opmaak|layout|format\p{L}*|link|fixed|corrected|correct|added|changed|removed|clarified|updated|verbeterd|aangepast|toegevoegd|gecorrigeerd|hersteld|gewijzigd|verduidelijkt|verwijderd|bijgewerkt)(?!\p{L})(?:[ ,'’-]+\p{L}+){0,4}\W*$/iu;

/**
 * Takes the lines out of a reply that the page put there: buttons, counters, captions and sizes of pictures, who edited when, "sent
 * from my phone". A line goes when all its parts are such; code and what would leave nothing stay.
 */
export function dropPageNoise(markdown: string): string {
  const kept = cutCode(markdown)
    .map(({ text, isCode }) => (isCode ? text : cleanLines(text)))
    .join('');
  return /[\p{L}\p{N}]/u.test(kept) ? kept : markdown;
}

function cleanLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isNoise(line))
    .join('\n')
    .replace(ENLARGE, '');
}

const ENLARGE =
  / ?\((?:klik|click|tap) (?:hier |op de foto |here |on the picture )?(?:om te vergroten|to enlarge|to zoom)\)| ?\((?:continued|vervolg|wordt vervolgd|to be continued)(?: below| hieronder| in (?:the )?next (?:post|reply)| in volgende (?:post|reactie))?[^()\n]{0,20}\)/giu;

function isNoise(line: string): boolean {
  // A picture that can be opened is no caption.
  if (/\]\(https?:/.test(line) && /\.(?:png|jpe?g|gif|webp|heic|bmp|pdf|mp4)\b/i.test(line)) return false;
  if (/^\s*(?:\||[-*+] |\d{1,3}[.)] )/.test(line) || line.length > 300) return false;
  const plain = line
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\[([^\]]{0,200})\]\([^()\s]{0,500}\)/g, '$1');
  const parts = plain
    .replace(MARKS, '')
    .split(BETWEEN)
    .filter((part) => part !== '');
  if (EDIT_NOTE.test(plain) || ONLY_COUNTED.test(plain)) return true;
  return parts.length > 0 && (parts.every((part) => PART.test(part.trim())) || isOfPage(plain));
}
