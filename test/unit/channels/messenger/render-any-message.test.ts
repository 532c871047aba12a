import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../bot/contracts/activities.js';
import { renderMessage } from '../../../../channels/messenger/rendering/render-message.js';
import { plainText } from '../../../../channels/text/plain-text.js';
import { lettersOf, outgoingMessages } from '../../../support/outgoing-messages.js';
import { properties, runs } from '../../../support/properties.js';

interface Own {
  readonly attachment?: { readonly payload: Readonly<Record<string, unknown>> };
  readonly quick_replies?: readonly Readonly<Record<string, string>>[];
}

const forAny = properties(outgoingMessages(), renderMessage, runs(300));

describe('any message on Messenger', () => {
  it('breaks no limit of text and templates', () => {
    forAny((_message, parts) => {
      expect(parts.length).toBeGreaterThan(0);
      for (const { type, text, channelData } of parts) {
        if (type !== 'message') continue;
        const { attachment } = (channelData ?? {}) as Own;
        expect(text !== undefined).toBe(attachment === undefined);
        if (text !== undefined) expectWords(text, 2_000);
        if (attachment) expectTemplate(attachment.payload);
      }
    });
  });

  it('breaks no limit of quick replies, and their payload is a choice', () => {
    forAny((message, parts) => {
      const values = [message.feedback?.yes, message.feedback?.no, ...message.choices].map((choice) =>
        JSON.stringify(choice?.value),
      );
      parts.forEach((part, index) => {
        const replies = ((part.channelData ?? {}) as Own).quick_replies;
        if (replies === undefined) return;
        expect(index).toBe(parts.length - 1);
        expect(replies.length).toBeGreaterThan(0);
        expect(replies.length).toBeLessThanOrEqual(13);
        expect(new Set(replies.map(({ title }) => title)).size).toBe(replies.length);
        for (const { content_type, title = '', payload = '' } of replies) {
          expect(content_type).toBe('text');
          expectWords(title, 20);
          expect(payload.length).toBeLessThanOrEqual(1_000);
          expect(values).toContain(payload);
        }
      });
    });
  });

  it('loses no words and keeps their order', () => {
    forAny((message, parts) => {
      const said = lettersOf(...parts.map(wordsOf));
      const { tree, more, source, feedback } = message;
      const hasLink = /^https?:\/\/\S/.test(source?.url ?? '') && URL.canParse(source?.url ?? '');
      const titles = message.choices
        .map(({ title }) => title)
        .filter((title) => lettersOf(title).length > 20);
      let from = 0;
      for (const words of [
        plainText(more && !hasLink ? more.tree : tree, message.language),
        source?.line ?? '',
        source?.ageNote ?? '',
        feedback?.question ?? '',
      ]) {
        const at = said.indexOf(lettersOf(words), from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + lettersOf(words).length;
      }
      for (const title of [...titles, source?.question ?? '']) expect(said).toContain(lettersOf(title));
    });
  });

  it('shows every title, on a button or in the list', () => {
    forAny((message, parts) => {
      const said = parts.map(wordsOf);
      const replies = parts.flatMap((part) => ((part.channelData ?? {}) as Own).quick_replies ?? []);
      const shown = lettersOf(...said, ...replies.map(({ title = '' }) => title));
      for (const { title } of message.choices) expect(shown).toContain(lettersOf(title));
    });
  });

  it('is rendered the same every time', () => {
    forAny((message, parts) => {
      expect(renderMessage(message)).toEqual(parts);
    });
  });
});

function expectWords(text: string, most: number): void {
  expect(text.trim()).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(most);
  expect(text).not.toMatch(/\p{Surrogate}/u);
}

function expectTemplate(payload: Readonly<Record<string, unknown>>): void {
  const isGeneric = payload.template_type === 'generic';
  const [element, ...others] = (payload.elements ?? [payload]) as Record<string, unknown>[];
  expect(others).toEqual([]);
  if (isGeneric) {
    expectWords(`${element?.title}`, 80);
    expectWords(`${element?.subtitle}`, 80);
  } else {
    expect(payload.template_type).toBe('button');
    expectWords(`${payload.text}`, 640);
  }
  const [button, ...more] = (element?.buttons ?? []) as Record<string, string>[];
  expect(more).toEqual([]);
  expect(button?.type).toBe('web_url');
  expect(button?.url).toMatch(/^https?:\/\/\S+$/);
  expectWords(button?.title ?? '', 20);
}

/** The words of a part, those of a template included, as they follow each other. */
function wordsOf({ text, channelData }: Activity): string {
  const payload = ((channelData ?? {}) as Own).attachment?.payload;
  const [element] = (payload?.elements ?? []) as { title: string; subtitle: string }[];
  return [text, element?.title, element?.subtitle, payload?.text]
    .filter((words) => words !== undefined)
    .join('\n');
}
