import type { Activity } from '../../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../../bot/contracts/messages.js';
import { botSays } from '../../unit/bot/support/samples.js';
import { canChange, holds, textOf } from './measure.js';
import type { TableChannel } from './table-channels.js';
import { ANSWER, MARKED, REST, SOURCE, WITHOUT_LINK, withChoices } from './table-messages.js';

/** Cells of what stands in a message, told from what the renderer of a channel makes of examples. */
export const messageCells = {
  markdown,
  longestMessage,
  choices,
  longestTitle,
  afterTap,
  source,
  wholeAnswer,
  wholeWithoutLink,
  feedback,
};

function markdown({ form }: TableChannel): string {
  const text = textOf(form.render(MARKED));
  if (!text.includes('**vet**'))
    return holds(text, 'link: https://zwaluw.example/a', 'plain words, links bare');
  return text.includes('# Kop') ? 'shown' : holds(text, '**Kop**', 'shown; headings as bold lines');
}

/** Longer than any channel takes at once. */
const LONGEST = 30_000;

function longestMessage({ form }: TableChannel): string {
  const isWhole = (length: number) => form.render(botSays('x'.repeat(length))).length === 1;
  if (isWhole(LONGEST)) return 'any length';
  let [most, tooMuch] = [1, LONGEST];
  while (tooMuch - most > 1) {
    const length = Math.floor((most + tooMuch) / 2);
    if (isWhole(length)) most = length;
    else tooMuch = length;
  }
  return `${most.toLocaleString('en-GB')} characters, the rest in further messages`;
}

const TWENTY = Array.from({ length: 20 }, (_, index) => `Vraag ${String.fromCharCode(65 + index)}`);

function choices({ form, buttons }: TableChannel): string {
  const activities = form.render(withChoices(TWENTY));
  const titles = buttons(activities);
  const isListed = TWENTY.every((title, index) => textOf(activities).includes(`${index + 1}. ${title}`));
  const shown = titles.length === TWENTY.length ? 'all as buttons' : `${titles.length} as buttons`;
  if (titles.every((title) => TWENTY.includes(title)))
    return isListed ? `${shown}, and a numbered list` : shown;
  return holds(String(isListed), 'true', `${shown} with the numbers of a list of all`);
}

function longestTitle({ form, buttons }: TableChannel): string {
  const lengths = Array.from({ length: 300 }, (_, index) => index + 1);
  const isWhole = (title: string) => buttons(form.render(withChoices([title]))).includes(title);
  const most = lengths.findLast((length) => isWhole('x'.repeat(length))) ?? 0;
  if (most === lengths.length) return 'any';
  const activities = form.render(withChoices(['x'.repeat(most + 1)]));
  const [button] = buttons(activities);
  const instead =
    button === undefined
      ? 'a line to tap'
      : button === '1'
        ? 'a number, whole in the words'
        : holds(button, '…', 'cut, whole in the words');
  return `${most} characters; else ${instead}`;
}

/** Where buttons belong to the newest message alone: clients take them away by themselves. */
const VANISH = ['directline', 'facebook'];

function afterTap(channel: TableChannel): string {
  if (!canChange(channel))
    return VANISH.includes(channel.form.channelId) ? 'its buttons vanish' : 'stays as it is';
  const message = { ...withChoices(['Vraag A', 'Vraag B']), chosen: 'Vraag A' };
  return holds(
    JSON.stringify(channel.form.render(message)),
    '✓ Vraag A',
    'shown anew with "✓" and that choice',
  );
}

function source({ form }: TableChannel): string {
  const activities = form.render(ANSWER);
  const [{ text = '', entities = [] } = {} as Activity] = activities;
  const all = JSON.stringify(activities);
  const parts = [
    text.includes(`](${SOURCE.url})`) ? 'a line with the link' : '',
    all.includes('"generic"') ? 'a card with a button' : '',
    all.includes('Action.OpenUrl') ? 'a card with a button' : '',
    entities.length > 0 && all.includes('citation') ? 'a citation' : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || 'nothing';
}

function wholeAnswer({ form }: TableChannel): string {
  const activities = form.render(ANSWER);
  if (textOf(activities).includes(REST)) return 'said at once';
  if (JSON.stringify(activities).includes('Action.ShowCard')) return 'unfolds in the card';
  const isInChat = activities.some(({ channelData }) => moreIn(channelData)?.includes(REST));
  return isInChat ? 'unfolds in our widget; elsewhere behind the link' : 'behind the link';
}

function wholeWithoutLink({ form }: TableChannel): string {
  const activities = form.render(WITHOUT_LINK);
  if (textOf(activities).includes(REST)) return 'said at once';
  return holds(JSON.stringify(activities), 'Action.ShowCard', 'unfolds in the card');
}

function feedback({ form, buttons }: TableChannel): string {
  const activities = form.render(ANSWER);
  if (JSON.stringify(activities).includes('feedbackLoop')) return "Teams' thumbs";
  const titles = buttons(activities);
  if (!['Ja', 'Nee'].every((title) => titles.includes(title))) return 'nothing';
  return textOf(activities).includes('Ja / Nee') ? 'two buttons, also in words' : 'two buttons';
}

function moreIn(channelData: unknown): string | undefined {
  return (channelData as { message?: OutgoingMessage } | undefined)?.message?.more?.text;
}
