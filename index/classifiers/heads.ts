/** What is told apart in a message. Each head gives its labels chances that sum to 1; the first is "nothing of it". */
export const HEADS = {
  person: ['no', 'yes'],
  topic: [
    'none',
    'account',
    'order',
    'billing',
    'fraud',
    'cancellation',
    'complaint',
    'legal',
    'medical',
    'self_harm',
    'sales',
    'abuse',
  ],
  mood: ['neutral', 'angry', 'frustrated', 'positive'],
  talk: [
    'none',
    'greeting',
    'thanks',
    'goodbye',
    'who_are_you',
    'how_are_you',
    'asks_for_help',
    'test',
    'insult_or_joke',
  ],
  danger: [
    'none',
    'suicide',
    'emergency-call',
    'fire',
    'gas',
    'carbon-monoxide',
    'medical',
    'violence',
    'fraud',
    'theft',
    'death',
  ],
  // What a message does in a conversation.
  act: ['none', 'next', 'not_solved', 'not_understood', 'let_go', 'solved', 'off_topic'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type HeadName = keyof typeof HEADS;
export const HEAD_NAMES = Object.keys(HEADS) as readonly HeadName[];

/** The labels of each head, a company's own topics among them. */
export type Heads = Readonly<Record<HeadName, readonly string[]>>;

/** Where the labels of each head begin when all stand in one row, and how many there are in all. */
export function layoutOf(heads: Heads): {
  readonly starts: Readonly<Record<HeadName, number>>;
  readonly width: number;
} {
  const starts = { person: 0, topic: 0, mood: 0, talk: 0, danger: 0, act: 0 };
  let width = 0;
  for (const name of HEAD_NAMES) {
    starts[name] = width;
    width += heads[name].length;
  }
  return { starts, width };
}
