import type { Activity } from '../../bot/contracts/activities.js';
import type { MessageRenderer } from '../../bot/contracts/channels.js';
import type { OutgoingMessage, SpokenLanguage } from '../../bot/contracts/messages.js';
import { answerBlocks } from '../page/answer-blocks.js';
import { cutTitle } from '../text/cut-title.js';
import { fileActivities } from '../text/file-activities.js';
import { plainText } from '../text/plain-text.js';
import { readableLine } from '../text/readable.js';
import { statusEvent } from '../text/status-event.js';
import type { CardElement } from './cards/adaptive-card.js';
import { type CardPart, lastingPart } from './cards/card-part.js';
import { blockElements } from './cards/card-words.js';
import { choiceParts } from './cards/choice-parts.js';
import { handoffParts } from './cards/handoff-parts.js';
import { type CardPlan, fitOnOneCard, packCards } from './cards/pack-cards.js';
import { sourceActions, sourceParts } from './cards/source-parts.js';
import { textActivities } from './text-activities.js';

/** Words up to here stand in the card with their choices; longer ones are a message of their own before it. */
const MOST_CARD_WORDS = 2_000;
const LONGEST_TITLE = 150;

/**
 * Makes the renderer for Microsoft Teams.
 *
 * An answer is text with a citation, then a card with its source, the whole answer and the choices; a question with
 * choices and news of a hand-off are a card; everything else is text. Text and card never share an activity. A message
 * without words becomes the event `conversation/status`, which the transport keeps to itself.
 * @param hasAiLabel whether answers carry the label "AI generated" of Teams
 */
export function createRenderer({ hasAiLabel }: { readonly hasAiLabel: boolean }): MessageRenderer {
  return (message) => {
    const said = cardAlone(message) ?? textThenCard(message, hasAiLabel);
    const activities = [...said, ...fileActivities(message)];
    return activities.length > 0 ? activities : [statusEvent(message)];
  };
}

/** The words in a card with their choices, or below the head of a hand-off; null where they are to be a text. */
function cardAlone(message: OutgoingMessage): Activity[] | null {
  const { speaker, source, feedback, more, isQuote, text, choices, language } = message;
  if (speaker.kind === 'agent' || source || feedback || more || isQuote) return null;
  if (text.trim() === '' || text.length > MOST_CARD_WORDS) return null;
  const head = headOf(message);
  if (choices.length === 0 && head.length === 0) return null;
  const [first, ...others] = blockElements(answerBlocks(message.tree, language)).map((element) =>
    lastingPart(element),
  );
  const said = [
    ...head,
    ...(first ? [{ ...first, words: plainText(message.tree, language) }, ...others] : []),
  ];
  const plan = { parts: said, actions: [], language, chosen: message.chosen ?? null };
  return fitOnOneCard(plan) ? packCards({ ...plan, parts: [...said, ...choiceParts(choices)] }) : null;
}

function textThenCard(message: OutgoingMessage, hasAiLabel: boolean): Activity[] {
  const { more, source, choices, language } = message;
  const base: CardPlan = {
    parts: [...(source ? sourceParts(source) : headOf(message)), ...choiceParts(choices)],
    actions: source ? sourceActions(source) : [],
    language,
    chosen: message.chosen ?? null,
  };
  const withWhole = more ? { ...base, actions: [...base.actions, wholeAnswer(more, language)] } : null;
  const isWholeInCard = withWhole !== null && fitOnOneCard(withWhole);
  const said = more && !isWholeInCard ? more : message;
  return [...textActivities(message, said, hasAiLabel), ...packCards(isWholeInCard ? withWhole : base)];
}

function headOf({ speaker, status, language, text }: OutgoingMessage): CardPart[] {
  return speaker.kind === 'bot' && text !== '' ? handoffParts(status, language) : [];
}

/** Unfolds inside the card. */
function wholeAnswer(more: NonNullable<OutgoingMessage['more']>, language: SpokenLanguage): CardElement {
  const card = {
    type: 'AdaptiveCard',
    lang: language,
    body: blockElements(answerBlocks(more.tree, language)),
  };
  return { type: 'Action.ShowCard', title: cutTitle(readableLine(more.title) || '…', LONGEST_TITLE), card };
}
