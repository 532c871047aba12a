import type { ChoiceValue, HandoffState, SpokenLanguage } from '../../../contracts/messages.js';
import type { CustomerInput } from '../../contracts.js';
import { normalise } from '../normalise.js';
import { endingIn } from './ends-conversation.js';

/** What a customer can have done with the conversation, whoever has it: what the menu of our widget offers. */
type Command = Extract<ChoiceValue, { action: 'end-conversation' | 'start-anew' | 'send-transcript' }>;

interface TypedCommand {
  readonly value: Command;
  /** The language it was typed in. */
  readonly language: SpokenLanguage;
}

/** Politeness around it, as in `endingIn`. */
const AROUND =
  '(?:ok |okay |oke |ja |yes |graag |please |nu |now |ik wil |ik wil graag |mag ik |kan ik |kunt u |kun je |wilt u |wil je |i want to |i would like to |id like to |can i |may i |could i |can you |could you )?';
const BEHIND = '(?: nu| now| graag| aub| alstublieft| please| thanks| bedankt| dank u| a u b)?';
const BY_MAIL =
  '(?: per e ?mail| by e ?mail| naar mijn (?:e ?)?mail(?: ?adres)?| to my (?:e ?)?mail(?: address)?)?';
const DUTCH_THING = '(?:(?:het|dit|ons|mijn) (?:hele )?)?(?:gesprek|chat|chatgesprek)';
/** Without a word in front of it people may want to have one. */
const THIS_DUTCH = '(?:het|dit|ons|mijn) (?:hele )?(?:gesprek|chat|chatgesprek)';
const THIS_ENGLISH = '(?:the|this|our|my) (?:whole |entire )?(?:conversation|chat)';
const ENGLISH_THING = '(?:(?:the|this|our|my) (?:whole |entire )?)?(?:conversation|chat)';

const whole = (ways: string) => new RegExp(`^${AROUND}(?:${ways})${BY_MAIL}${BEHIND}$`);

/** It names a conversation: "opnieuw beginnen" may be said of a modem, to an agent. */
const ANEW: readonly (readonly [SpokenLanguage, RegExp])[] = [
  [
    'nl',
    whole(
      `(?:begin |start )?(?:een )?nieuw(?:e)? (?:gesprek|chat)(?: beginnen| starten)?|${DUTCH_THING} (?:helemaal )?(?:opnieuw|overnieuw) (?:beginnen|starten)|(?:begin|start) ${DUTCH_THING} (?:opnieuw|overnieuw)`,
    ),
  ],
  [
    'en',
    whole(
      `(?:begin |start |have )?a? ?new (?:conversation|chat)|(?:restart|reset) ${ENGLISH_THING}|(?:begin|start) ${ENGLISH_THING} (?:over|again|anew)`,
    ),
  ],
];

/** The same to the bot alone, where nothing else can be meant. */
const ANEW_WITH_BOT: readonly (readonly [SpokenLanguage, RegExp])[] = [
  ['nl', whole('(?:helemaal )?(?:opnieuw|overnieuw) beginnen|begin (?:helemaal )?(?:opnieuw|overnieuw)')],
  ['en', whole('start (?:all )?over(?: again)?|begin (?:again|anew)|start anew')],
];

const TRANSCRIPT: readonly (readonly [SpokenLanguage, RegExp])[] = [
  [
    'nl',
    whole(
      `(?:stuur|mail|geef|e ?mail)(?: mij| me)? ${DUTCH_THING}(?: toe)?(?: naar mij| naar me)?|(?:(?:mij|me) )?${DUTCH_THING}(?: (?:naar mij|naar me))? (?:bewaren|opslaan|downloaden|mailen|e ?mailen|sturen|toesturen|opsturen|doorsturen)|${THIS_DUTCH} (?:ontvangen|krijgen|hebben)|(?:bewaar|download) ${DUTCH_THING}|(?:(?:stuur|mail|geef)(?: mij| me)? )?een (?:kopie|afschrift|verslag|transcript) van ${DUTCH_THING}(?: (?:krijgen|hebben|ontvangen|sturen|mailen))?|(?:(?:stuur|mail|geef)(?: mij| me)? )?(?:het |een )?(?:gespreksverslag|chatverslag|transcript)(?: (?:krijgen|hebben|ontvangen|sturen|mailen))?`,
    ),
  ],
  [
    'en',
    whole(
      `(?:(?:send|e ?mail|mail|give)(?: me)?|get|have|save|download|keep|receive) ${THIS_ENGLISH}(?: to me)?|(?:save|download|e ?mail) chat|(?:(?:send|e ?mail|mail|give)(?: me)?|get|have|save|download|receive) (?:a |the )?(?:copy|transcript) of ${ENGLISH_THING}(?: to me)?|(?:(?:send|e ?mail|mail|give)(?: me)?|get|have|save|download|receive) (?:a |the |my )?(?:chat |conversation )?transcript|(?:chat|conversation) transcript`,
    ),
  ],
];

/** In characters: more is no command. */
const LONGEST = 80;

/**
 * The command that a text is and nothing else; null for none. By exact words, never by how it sounds: what is done cannot be
 * taken back.
 */
export function commandIn(text: string, handoff: HandoffState): TypedCommand | null {
  const ending = endingIn(text);
  if (ending) return { value: { action: 'end-conversation' }, language: ending };
  if (text.length > LONGEST) return null;
  const normal = normalise(text);
  const isWithPerson = handoff === 'with-agent' || handoff === 'waiting';
  const anew = isWithPerson ? ANEW : [...ANEW, ...ANEW_WITH_BOT];
  return (
    commandOf({ action: 'start-anew' }, anew, normal) ??
    commandOf({ action: 'send-transcript' }, TRANSCRIPT, normal)
  );
}

function commandOf(
  value: Command,
  ways: readonly (readonly [SpokenLanguage, RegExp])[],
  normal: string,
): TypedCommand | null {
  const way = ways.find(([, words]) => words.test(normal));
  return way ? { value, language: way[0] } : null;
}

const COMMANDS: Readonly<Partial<Record<ChoiceValue['action'], true>>> = {
  'end-conversation': true,
  'start-anew': true,
  'send-transcript': true,
};

/** Whether a customer has something done that is not for whoever has the conversation to answer: the bot does it. */
export function isCommand({ text, value }: Pick<CustomerInput, 'text' | 'value'>): boolean {
  return value ? COMMANDS[value.action] === true : commandIn(text, 'with-agent') !== null;
}
