import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../../bot/contracts/messages.js';
import { readActivity } from '../../../../channels/teams/read-activity.js';
import { createRenderer } from '../../../../channels/teams/render-message.js';
import { treeWords } from '../../../../index/answers/tree-words.js';
import { firstLost, lettersOf, outgoingMessages } from '../../../support/outgoing-messages.js';
import { fc, properties, runs } from '../../../support/properties.js';
import { cardOf, nodesIn, shownWords, submitted } from './shown-words.js';

const render = createRenderer({ hasAiLabel: true });

/** Elements and actions with the version of Adaptive Cards that brought them, all of 1.5 or before. */
const KNOWN = new Set([
  'AdaptiveCard',
  'ActionSet',
  'Column',
  'ColumnSet',
  'Container',
  'RichTextBlock',
  'TextRun',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.Submit',
]);

const everyMessage = properties(outgoingMessages(), render, runs(300));

describe('any message in Teams', () => {
  it('breaks no limit of size', () => {
    everyMessage((_, activities) => {
      for (const activity of activities) {
        expect(JSON.stringify(activity).length * 2).toBeLessThanOrEqual(80_000);
        expect(JSON.stringify(cardOf(activity) ?? null).length * 2).toBeLessThanOrEqual(25_000);
      }
    });
  });

  it('never holds text and a card in one activity', () => {
    everyMessage((_, activities) => {
      expect(activities.length).toBeGreaterThan(0);
      for (const { type, text, attachments, suggestedActions } of activities) {
        expect(suggestedActions).toBeUndefined();
        expect(type === 'event' || (text === undefined) !== (attachments === undefined)).toBe(true);
        expect(text?.trim()).not.toBe('');
      }
    });
  });

  it('cites only what its text marks, within the limits', () => {
    everyMessage((_, activities) => {
      for (const { entities = [], text = '' } of activities) {
        expect(entities.length).toBeLessThanOrEqual(1);
        const claims = nodesIn(entities).filter((node) => node['@type'] === 'Claim');
        expect(claims.length).toBeLessThanOrEqual(20);
        for (const { position, appearance } of claims) {
          expect(text).toContain(`[${position}]`);
          const {
            name,
            abstract,
            url,
            keywords = [],
          } = appearance as {
            name: string;
            abstract: string;
            url?: string;
            keywords?: string[];
          };
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(80);
          expect(abstract.length).toBeGreaterThan(0);
          expect(abstract.length).toBeLessThanOrEqual(160);
          expect(url ?? 'https://').toMatch(/^https?:/);
          expect(keywords.length).toBeLessThanOrEqual(3);
          expect(keywords.every((keyword) => keyword !== '' && keyword.length <= 28)).toBe(true);
        }
      }
    });
  });

  it('marks a source exactly once', () => {
    everyMessage((message, activities) => {
      const claims = nodesIn(activities.map(({ entities }) => entities)).filter(
        (node) => node['@type'] === 'Claim',
      );
      expect(claims).toHaveLength(message.source ? 1 : 0);
    });
  });

  it('uses only what Adaptive Cards 1.5 knows, and can be read without', () => {
    everyMessage((_, activities) => {
      for (const activity of activities) {
        const card = cardOf(activity);
        if (!card) continue;
        expect(card.version).toBe('1.5');
        expect(card.fallbackText).not.toBe('');
        const types = nodesIn([card.body, card.actions ?? []]).flatMap(({ type }) => type ?? []);
        expect(types.filter((type) => !KNOWN.has(String(type)))).toEqual([]);
        const buttons = nodesIn(card.body).filter(({ type }) => type === 'ActionSet');
        expect(buttons.every(({ actions }) => (actions as unknown[]).length <= 6)).toBe(true);
      }
    });
  });

  it('offers every choice, and each tap reads back to its value', () => {
    everyMessage((message, activities) => {
      const read = submitted(activities).map((value) => {
        const [reading] = readActivity({ type: 'message', id: '1', replyToId: '2', value });
        return reading?.kind === 'activity' ? reading.activity : null;
      });
      expect(read.map((activity) => activity?.value)).toEqual(message.choices.map(({ value }) => value));
      expect(read.every((activity) => activity?.text !== '' && activity?.replyToId === '2')).toBe(true);
    });
  });

  it('loses no words', () => {
    everyMessage((message, activities) => {
      const shown = lettersOf(shownWords(activities));
      for (const words of wordsOf(message)) expect(firstLost(lettersOf(words), shown)).toBeNull();
      const { more } = message;
      if (more) expect(firstLost(lettersOf(treeWords(more.tree)), shown)).toBeNull();
      const isTextShown = firstLost(lettersOf(treeWords(message.tree)), shown) === null;
      // The whole answer stands in place of its part where it is no button.
      const isWholeShown = more !== null && !JSON.stringify(activities).includes('Action.ShowCard');
      expect(isTextShown || isWholeShown).toBe(true);
    });
  });

  it('has as many parts once a choice was tapped, and nothing to tap', () => {
    const chosen = fc.sample(fc.string({ maxLength: 400 }), 300);
    let tapped = 0;
    everyMessage((message, before) => {
      const settled = render({ ...message, chosen: chosen[tapped++ % chosen.length] ?? '' });
      expect(settled).toHaveLength(before.length);
      expect(submitted(settled)).toEqual([]);
      for (const activity of settled) {
        expect(JSON.stringify(cardOf(activity) ?? null).length * 2).toBeLessThanOrEqual(25_000);
      }
    });
  });

  it('is the same each time', () => {
    everyMessage((message, activities) => {
      expect(render(message)).toEqual(activities);
    });
  });
});

/** Plain words that stand in the message beside its text. */
function wordsOf({ speaker, source, feedback, choices }: OutgoingMessage): string[] {
  return [
    ...(source ? [source.question, source.line, source.licence ?? '', source.ageNote ?? ''] : []),
    feedback?.question ?? '',
    ...choices.map(({ title }) => title),
    ...(speaker.kind === 'agent' && source ? [speaker.name] : []),
  ];
}
