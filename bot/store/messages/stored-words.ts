import { parseAnswer } from '../../../index/answers/parse-answer.js';
import type { Activity } from '../../contracts/activities.js';
import type { BestGuess } from '../../contracts/desk.js';
import type { OutgoingMessage } from '../../contracts/messages.js';

/** What an earlier version stored without a tree. */
type Untreed<Words extends { readonly tree: unknown }> = Omit<Words, 'tree'> & Partial<Pick<Words, 'tree'>>;
type StoredMessage = Untreed<Omit<OutgoingMessage, 'more'>> & {
  readonly more?: Untreed<NonNullable<OutgoingMessage['more']>> | null;
};
type StoredGuess = Untreed<BestGuess> & { readonly answer?: string };

/** A message from its JSON; words that an earlier version stored as Markdown alone are read. */
export function parseMessage(json: string): OutgoingMessage {
  return withTree(JSON.parse(json) as StoredMessage);
}

/** The best guess from its JSON, in the same way. */
export function parseGuess(json: string): BestGuess {
  const { answer = '', ...guess } = JSON.parse(json) as StoredGuess;
  return { ...guess, tree: guess.tree ?? parseAnswer(answer) };
}

/** An activity of the web chat from its JSON, in the same way. */
export function parseActivity(json: string): Activity {
  const activity = JSON.parse(json) as Activity;
  const given = activity.channelData as { readonly message?: StoredMessage } | undefined;
  const message = given?.message;
  if (typeof message?.text !== 'string') return activity;
  return { ...activity, channelData: { ...given, message: withTree(message) } };
}

function withTree({ more, ...message }: StoredMessage): OutgoingMessage {
  return {
    ...message,
    tree: message.tree ?? parseAnswer(message.text),
    more: more ? { ...more, tree: more.tree ?? parseAnswer(more.text) } : null,
  };
}
