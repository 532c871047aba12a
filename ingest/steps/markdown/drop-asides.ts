import { tellsToDo } from '../../../index/language/tells-to-do.js';
import { isFarewell, isForTheAsker, isGreeting } from '../../../index/releases/answers.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { type AskedContext, dropEnds } from './drop-ends.js';
import { dropNamed } from './drop-named.js';
import { spokenSentences, withoutFaces } from './emoji-faces.js';

/** Longer sentences say something as well. In words. */
const MOST_WORDS = 18;

const ASIDE = [
  // Calm and pity.
  String.raw`(?:rustig aan|geen (?:stress|paniek|zorgen|nood))[^:]{0,50}|maak je (?:geen|niet)|niet (?:getreurd|panikeren)|(?:don['’]t|do not|no need to) (?:worry|panic|stress)|no (?:worries|panic|stress)|(?:nothing|not) to worry[^:]{0,30}|(?:relax|calm down|easy does it|keep calm|take it easy)[^:]{0,40}|(?:(?:oh (?:no|dear|jee|nee)|o jee|ach|ai|ouch|oei|poor (?:thing|you|\p{L}+))[,!. ]*){1,3}|wat (?:een )?(?:vervelend|naar|rot|balen|jammer|sneu|ellende|gedoe)\p{L}*|balen|vervelend|jammer|herkenbaar|(?:dat|dit) (?:overkomt|gebeurt|hebben we) (?:iedereen|de beste|allemaal)|(?:it )?happens to (?:all of us|the best|everyone|everybody)|(?:i['’]m |so |very )*sorry (?:to hear|for your|about (?:that|your))|been (?:there|through)|been in the same`,
  // The asker, their people and what they lived.
  String.raw`(?:je|jouw|uw|your) (?:man|vrouw|dochter|zoon|moeder|vader|vriend(?:in)?|buurman|buurvrouw|partner|kind|husband|wife|daughter|son|mother|father|mum|dad|friend|neighbou?r|kid|boyfriend|girlfriend) (?:heeft|had|is|was|must|has|got|zal|moet)[^:]*`,
  String.raw`(?:ik |i |we |wij )?(?:hoop|hope|hopelijk|hopefully|hoping)\b[^:]*|laat (?:me|mij|ons|het|even|maar)[^:]{0,20}weten[^:]*|let (?:me|us) know[^:]*|ik hoor (?:het |graag)[^:]*|keep (?:me|us) posted[^:]*|(?:veel )?(?:succes|sterkte|plezier|geluk)(?: (?:ermee|met|ervan|gewenst|verder|hoor))?[^:]{0,40}|good luck[^:]*|all the best[^:]*|best of luck[^:]*|fijne? [^:]{1,40}|prettige? [^:]{1,40}|have (?:a|fun)(?!\p{L})[^:]{0,50}|enjoy[^:]{0,50}|geniet[^:]{0,50}|happy [^:]{1,40}|gefeliciteerd[^:]*|proficiat[^:]*|congrat[^:]*|beterschap[^:]*|welkom (?:op|bij|in)[^:]*|welcome (?:to|aboard)[^:]*`,
  String.raw`wat (?:leuk|fijn|goed|mooi|gaaf|spannend|lief) (?:dat|om)[^:]*|(?:how|so) (?:nice|lovely|cool|exciting) (?:that|to)[^:]*|(?:leuk|fijn|lovely|great|nice) (?:dat je|dat jij|that you)[^:]*`,
  String.raw`(?:ik ben (?:wel |zo )?(?:benieuwd|nieuwsgierig)|benieuwd|(?:i['’]m |i am )?(?:curious|keen|interested) (?:to|whether|if|what|how)|(?:i['’]d|i would) (?:love|like) to (?:know|hear)|(?:ik )?duim|(?:i['’]m )?rooting)[^:]*`,
  String.raw`(?:super|heel erg|hartelijk|many|alvast|top|ok[ée]?|fijn|great|nice|super)?[,! ]*(?:bedankt|dank|dankjewel|thanks|thank you|thx|cheers|merci)(?!\p{L})[^:]{0,70}|graag gedaan[^:]*|you(?:['’]re| are) (?:\p{L}+ )?welcome[^:]*|(?:edit|update)[^\p{L}]+(?:thanks|bedankt|dank|typ\p{L}*|spel\p{L}*|wow|opmaak|layout|format\p{L}*)[^:]*|no problem[^:]{0,20}|geen dank[^:]*|love you[^:]*|(?:big |dikke |a )?(?:hug|kus|knuffel|xx)\p{L}*[^:]{0,30}|(?:de )?groet(?:en|jes)?[^:]{0,40}|mvg[^:]{0,30}|(?:say|doe) (?:hi|hello|de groeten|hoi)[^:]*`,
  // What the asker did, praised; how this came to be written.
  String.raw`(?:goede|leuke|mooie|terechte|interessante|good|great|nice|excellent|fair|interesting) (?:vraag|question|point|catch|find|spot|one)[^:]{0,30}|(?:so |nou |ok[ée]? )?here (?:goes|you go|it is)|(?:daar|hier) (?:gaat|komt) (?:ie|hij)|(?:i['’]ve |i have )?been (?:through|here)[^:]*here goes|komt(?:ie|[ ]ie)`,
  // Votes and marks.
  String.raw`(?:did|was|is) (?:i|this|that|it|my answer)[^:?]{0,30}help[^:]*|(?:please )?(?:hit|give|click|press|drop)[^:]{0,20}(?:like|thumb|kudos|heart)[^:]*|(?:(?:and |en )?(?:please|do|don['’]t forget to|remember to|vergeet niet(?: om)?|graag|s\.v\.p\.|wil je|kun je|could you)(?: te| even| please)? )?(?:markeer|markeren|mark|accept|accepteer|accepteren)[^:]{0,40}(?:oplossing|antwoord|solution|answer|solved|opgelost)[^:]*|(?:vergeet niet|don['’]t forget|remember)(?!\p{L})[^:]{0,60}(?:accept|oplossing|solution|like|duim|beste antwoord|best answer|marke|mark)\p{L}*[^:]*|(?:geef|klik)[^:]{0,20}(?:duimpje|like|hartje|kudos)[^:]*`,
  // What goes on elsewhere.
  String.raw`(?:ps[:.]? |en )?(?:ik|we|wij)(?: heb(?:ben)?| stuur| heb je| zal)?[^:]{0,40}(?:priv[eé](?:[ -])?bericht|persoonlijk bericht|\bpb\b|\bpm\b|\bdm\b)[^:]*|(?:i|we)(?:['’]ve|['’]ll| have| will)?[^:]{0,40}(?:private message|direct message|\bpm\b|\bdm\b|\bpb\b)[^:]*|(?:stuur|send|drop) (?:ons|mij|me|us)[^:]{0,40}(?:priv[eé](?:[ -])?bericht|private message|\bpb\b|\bpm\b|\bdm\b)[^:]*|(?:please )?check your (?:dms|inbox|messages|pm)[^:]*`,
];
const FOR_ONE = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:ha(?:ha)*|ah|oh|hé|hey|nou|well|so|ja|en|and|maar|but|p\.?s\.?:?)[,! ]+)?(?:${ASIDE.join('|')})[^\p{L}\p{N}]*$`,
  'iu',
);
/** Offers of more help, wherever they stand in a sentence. */
const OFFERS =
  /(?<!\p{L})(?:(?:hoor|lees|zie|verneem) ik (?:het |dat |je |graag)|laat(?: \p{L}+){1,4} weten|laten weten|(?:just|give (?:us|me) a) (?:shout|holler|yell|ping)|any (?:more|other|further) questions|(?:nog|meer|verdere|andere) vragen|feel free to (?:ask|post|reply|message|dm|reach)|let (?:me|us) know|keep (?:me|us) posted|happy to help|love to help|kom er dan (?:gerust )?op terug)(?!\p{L})/iu;
/** People of the asker, of whom the next reader knows nothing. */
const THEIR_PEOPLE =
  /(?<!\p{L})(?:je|jouw|uw|jullie|your|met (?:een|de)|with a) (?:lieve |little |kleine |poor )?(?:man|vrouw|dochter(?:tje)?|zoon(?:tje)?|moeder|vader|oma|opa|vriend(?:in)?|buurman|buurvrouw|partner|baby|kleinkind(?:eren)?|zwager|schoon\p{L}+|zus(?:je)?|broer(?:tje)?|neef(?:je)?|nicht(?:je)?|oom|tante|sister|brother|\p{L}+-in-law|uncle|aunt(?:ie)?|cousin|nephew|niece|husband|wife|daughter|son|mother|father|mum|mom|dad|gran(?:ny|dma|dpa)?|neighbou?r|kid|boyfriend|girlfriend|toddler|newborn)(?!\p{L})/iu;
/** Pity, wherever it stands. */
const PITIES =
  /^[^\p{L}]*(?:oef|oei|pff+|tja|jeetje|jee|gosh|yikes|ugh|wow|argh|auw|tsk)(?!\p{L})|(?<!\p{L})(?:dat|dit|het|that|this|it)(?: is|['’]s| klinkt| sounds| lijkt me| must be| moet)(?: \p{L}+){0,3} (?:vervelend|irritant|frustrerend|naar|balen|jammer|rot|sneu|schrikken|frustrating|annoying|awful|horrible|a pain|tough|a nightmare|a shame)(?!\p{L})/iu;
/** What the asker wrote or showed, of which the next reader knows nothing. */
const THEIR_WORDS =
  /(?<!\p{L})(?:(?:je|jouw|uw|your) (?:andere|vorige|eerdere|eerste|oude|other|previous|earlier|first|last|old) (?:draadje|topic|vraag|bericht|post|thread|question|message)|(?:je|jij|u|you)(?:zelf|rself)? (?:al |zelf |already |also |ook )?(?:schreef|schrijft|zei|zegt|vroeg|noemde|noemt|vertelde|postte|plaatste|mentioned|mention|said|say|wrote|write|asked|posted|described)|(?:op|aan|in|uit|from|on|in|by) (?:je|jouw|uw|your) (?:foto['’]?s?|screenshots?|plaatjes?|afbeelding|schermafdruk|bericht|verhaal|vraag|photos?|pictures?|post|story|question))(?!\p{L})/iu;
/** Votes that others cast. */
const POLL =
  /^(?=[^\n]*\d)[^\n]*(?:(?<!\p{L})\d+ (?:votes?|voters?|stemmen|stemmers?)(?!\p{L})|(?:poll|peiling|uitslag|tussenstand|results?(?: so far)?|resultaten)(?!\p{L})[^\n]{0,60}\d+ ?%)/iu;
/** Says to somebody of the thread what one thinks of their words. */
const REACTS =
  /(?<!\p{L})(?:advice|advies|terrible|awful|no offen[cs]e|onverstandig|gevaarlijk|dangerous|onzin|nonsense|gelijk|right|wrong|fout|mis|eens|oneens|agree|disagree|klopt|correct|goed gezien|goed gevonden|bedankt|thanks|dank|inderdaad|indeed|exactly|precies|well spotted|good point|goed punt|haha|lol|ignore|negeer|rubbish|prima|flauwekul|jammer dat|met alle respect|no need|why|waarom|rustig|please stop|onnodig|helaas|sorry)(?!\p{L})/iu;

/** Speaks of what another member wrote; what they said is told behind it, or not at all. */
const SPEAKS_OF_WORDS =
  /(?<!\p{L})(?:schrijft|schreef|zegt|zei|beweert|adviseert|voorstelt|noemt|tip van|antwoord van|advies van|opmerking van|vergeet wat|writes|wrote|says|said|claims|suggests|suggested|suggestion|advice|['’]s (?:answer|post|tip|comment|method|reply))(?!\p{L})[^:\d]*$/iu;

/** So few words that name a member say what one thinks of them. */
const MOST_WORDS_ON_OTHERS = 12;
/** "As Jan said, that is how it should be": what stands behind the comma is the answer. */
const STATES_BEHIND = /[,:;–] ?(?:[\p{L}\p{N}’'-]+ ){2,}[\p{L}\p{N}’'-]+/u;
/** Shorter names are words as well. */
const FEWEST_OF_NAME = 4;

/** Names of the others, for which a sentence speaks to them. */
interface Voices extends AskedContext {
  /** Those who replied, but not who wrote this; with who asked where they replied. */
  readonly others: readonly string[];
  readonly author: string;
}

/**
 * Takes the sentences out of an answer in Markdown that are for its asker alone or for others of the thread: calm, wishes, thanks,
 * "your husband is right", "@Jan that is nonsense", results of polls. Lists, tables and code stay, and an answer of nothing else does.
 */
export function dropAsides(markdown: string, voices: Voices): string {
  const { others } = voices;
  const blocks = dropNamed(markdown, voices).split(/(\n[ \t]*\n)/);
  let isFenced = false;
  const kept = blocks.map((block) => {
    const fences = block.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
    const isCode = isFenced || fences > 0;
    if (fences % 2 === 1) isFenced = !isFenced;
    const isProse = !isCode && !/^\s*(?:[-*+] |\d{1,3}[.)] |\||>|#| {4})/.test(block) && /\p{L}/u.test(block);
    return isProse ? dropSentences(block, others) : block;
  });
  const text = dropEnds(kept.join(''), voices)
    .split('\n')
    .map(withoutFaces)
    .join('\n')
    .replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, '\n\n')
    .trim();
  return stripMarkdown(text).split(' ').length >= FEWEST_LEFT ? text : markdown;
}

const FEWEST_LEFT = 4;

function dropSentences(block: string, others: readonly string[]): string {
  return block
    .split('\n')
    .map((line) => {
      const sentences = spokenSentences(line);
      const kept = sentences.filter((sentence) => !isAside(stripMarkdown(sentence), others));
      const isSame = kept.length === sentences.length;
      const end = /(?: {2}|\\)$/.exec(line)?.[0] ?? '';
      const said = isSame ? line : balanced(kept.join(' '), line) + (kept.length > 0 ? end : '');
      return withoutReference(said.replace(HASHTAGS, ''), others);
    })
    .filter((line, at, lines) => line.trim() !== '' || lines.length === 1 || at === 0)
    .join('\n');
}

/** Marks that a dropped sentence opened or closed would run on: such go, and code that was torn comes back. */
function balanced(kept: string, line: string): string {
  const isOdd = (mark: string) => (kept.split(mark).length - 1) % 2 === 1;
  if (isOdd('`')) return line;
  return ['**', '__'].filter(isOdd).reduce((text, mark) => text.replaceAll(mark, ''), kept);
}

const SMILES = /[:;]-?[)(DPp](?![\p{L}\p{N}])|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)+/gu;

const HASHTAGS = /(?:[ \t]+\\?#\p{L}[\p{L}\p{N}_]{2,30})+[ \t]*$/u;

function isAside(said: string, others: readonly string[]): boolean {
  const sentence = said.replace(SMILES, ' ').trim();
  const words = sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0 || /https?:/.test(sentence)) return false;
  if (POLL.test(sentence) || reactsToOthers(sentence, others)) return true;
  // "Succes:" before the steps introduces them, whatever its words.
  if (sentence.endsWith(':')) return isGreeting(sentence, words) && words <= 4;
  if (words > MOST_WORDS || /\d/.test(sentence)) return false;
  if (OFFERS.test(sentence)) return true;
  const isOfOne = THEIR_PEOPLE.test(sentence) || PITIES.test(sentence) || THEIR_WORDS.test(sentence);
  if (isOfOne && !tellsToDo(sentence)) return true;
  return (
    FOR_ONE.test(sentence) ||
    isForTheAsker(sentence, words) ||
    isFarewell(sentence, words) ||
    (isGreeting(sentence, words) && words <= 4)
  );
}

function reactsToOthers(sentence: string, others: readonly string[]): boolean {
  const isPlain = !tellsToDo(sentence) && !/\d/.test(sentence);
  const words = sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return others.some((name) => {
    const isTo = new RegExp(
      String.raw`^[^\p{L}@]*(?:(?:en|and|maar|but|sorry|nee|no|ja|yes)[,: ]+)?(?:@${escaped(name)}|${escaped(name)}\s*[,:])(?![\p{L}\p{N}])`,
      'iu',
    );
    const isOn = new RegExp(String.raw`(?<![\p{L}\p{N}])@?${escaped(name)}(?![\p{L}\p{N}])`, 'u');
    const isShort = words <= MOST_WORDS_ON_OTHERS && name.length >= FEWEST_OF_NAME;
    const isAbout = isShort && !STATES_BEHIND.test(sentence);
    const judges = isPlain && isOn.test(sentence) && (isAbout || SPEAKS_OF_WORDS.test(sentence));
    return judges || (isTo.test(sentence) && (REACTS.test(sentence) || !tellsToDo(sentence)));
  });
}

/** "As Jan said, …" and "@jan" before what one says oneself. */
function withoutReference(line: string, others: readonly string[]): string {
  return others.reduce((text, name) => {
    const said = new RegExp(
      String.raw`(^|[.!?]\s)(?:(?:as|like|zoals|net als|wat|what) @?${escaped(name)} (?:already |al |ook |hierboven |above )?(?:said|says|say|wrote|writes|mentioned|mentions|suggested|zegt|zei|schrijft|schreef|aangeeft|aangaf|opmerkt|meldt|noemt|hierboven)(?: (?:al|already|above|hierboven|ook))?,? ?|@${escaped(name)}[,:]? )(\p{L})`,
      'giu',
    );
    return text.replace(said, (_, before: string, first: string) => before + first.toUpperCase());
  }, line);
}

function escaped(name: string): string {
  return name.slice(0, 60).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
