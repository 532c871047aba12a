import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../../../ingest/steps/judge-answer.js';
import { toItem } from '../../../../ingest/steps/to-item.js';
import { toMarkdown } from '../../../../ingest/steps/to-markdown.js';
import { makeReply, makeThread } from '../make-thread.js';

const fromHtml = (html: string) => toMarkdown(html, 'html', 'https://forum.example/t/box/7/2');
const fromRaw = (raw: string) => toMarkdown(raw, 'markdown', null);

describe('what Discourse makes of a post', () => {
  it.each([
    [
      'a preview of a page is its title and link',
      '<p>See:</p><aside class="onebox allowlistedgeneric" data-onebox-src="https://help.example/box"><header class="source"><img src="https://help.example/favicon.ico" class="site-icon" width="32"><a href="https://help.example/box" target="_blank">help.example</a></header><article class="onebox-body"><img src="https://help.example/t.jpg" class="thumbnail"><h3><a href="https://help.example/box">Reset &amp; the box</a></h3><p>All about the box.</p></article><div class="onebox-metadata"></div></aside>',
      'See:\n\n[Reset & the box](https://help.example/box)',
    ],
    [
      'a preview without title is its first link',
      '<aside class="onebox"><header class="source"><a href="https://help.example/box">help.example</a></header></aside>',
      '[help.example](https://help.example/box)',
    ],
    [
      'a link with its title inline stays',
      '<a href="https://h.example/" class="inline-onebox">Help</a>',
      '[Help](https://h.example/)',
    ],
    [
      'an emoji picture is its sign',
      'Yes <img src="https://x.example/s.png" class="emoji" alt=":smile:">',
      'Yes 😄',
    ],
    [
      'an emoji with a colour of skin',
      'Bye <img src="https://x.example/s.png" class="emoji" alt=":wave:t3:">',
      'Bye 👋',
    ],
    [
      'an emoji nobody knows is nothing',
      'Yes <img src="https://x.example/s.png" class="emoji only-emoji" alt=":our_logo:">.',
      'Yes .',
    ],
    [
      'an enlarged picture is the picture alone',
      '<p>Press:</p><div class="lightbox-wrapper"><a class="lightbox" href="https://x.example/big.png" title="knop"><img src="https://x.example/small.png" alt="knop|690x388"><div class="meta"><svg></svg><span class="filename">knop</span><span class="informations">1920×1080 312 KB</span></div></a></div>',
      'Press:\n\n[knop](https://x.example/big.png)',
    ],
    [
      'a poll goes',
      '<p>Vote.</p><div class="poll" data-poll-name="poll"><div class="poll-container"><ul><li>A</li></ul></div><div class="poll-info"><span class="info-number">0</span><span class="info-label">stemmers</span></div></div>',
      'Vote.',
    ],
    [
      'words that an editor put for a picture go',
      '<p>So:</p><p><img src="https://i.example/x1.png" alt="enter image description here"></p>',
      'So:\n\n[x1.png](https://i.example/x1.png)',
    ],
  ])('%s', (_title, html, markdown) => {
    expect(fromHtml(html)).toBe(markdown);
  });
});

describe('a quotation that opens a reply', () => {
  it.each([
    [
      '<blockquote><p>Descale it once a month.</p></blockquote><p>Reference: <a href="https://m.example/1">the manual</a></p>',
    ],
    ['<blockquote><p>Descale it once a month.</p></blockquote><p>Aldus de handleiding.</p>'],
    ['<blockquote><p>Descale it once a month.</p></blockquote><p>https://m.example/1</p>'],
  ])('stays where the rest only names its source: %s', (html) => {
    expect(fromHtml(html)).toMatch(/^> Descale it once a month\.\n\n/);
  });

  it.each([
    ['<blockquote><p>How often do I descale it?</p></blockquote><p>Volgens de handleiding elke maand.</p>'],
    [
      '<blockquote><p>I descale it daily.</p></blockquote><p>That is too often: once a month will do, says the manual.</p>',
    ],
  ])('goes where it is what was asked: %s', (html) => {
    expect(fromHtml(html)).not.toContain('>');
  });
});

describe('a post as it was typed in Discourse', () => {
  it.each([
    ['a quote goes', '[quote="jan, post:1, topic:7"]\nHow?\n[/quote]\n\nLike this.', 'Like this.'],
    [
      'a quote within a quote goes',
      '[quote="a"]x\n[quote="b"]y[/quote]\nz[/quote]\nLike this.',
      'Like this.',
    ],
    ['a quote with code goes', '[quote="a"]\n```\n[/quote]\n```\n[/quote]\nLike this.', 'Like this.'],
    ['a post that is all quote keeps it', '[quote="jan"]\nRestart it.\n[/quote]', 'Restart it.'],
    ['a quote without end hides nothing', '[quote="jan"]\nLike this.', 'Like this.'],
    ['what is folded is shown', '[details="More"]\nPress 5.\n[/details]', 'More\n\nPress 5.'],
    ['what is blurred is shown', 'It is [spoiler]blue[/spoiler].', 'It is blue.'],
    ['a poll goes', 'Vote.\n[poll type=regular]\n* A\n* B\n[/poll]', 'Vote.'],
    ['a picture only Discourse knows goes', 'Press:\n![knop|690x388](upload://abc.png)', 'Press:'],
    [
      'a file only Discourse knows is its name',
      'See [manual.pdf|attachment](upload://x.pdf) (2 MB)',
      'See manual.pdf (2 MB)',
    ],
    [
      'a picture loses its size',
      '![box|690x388, 50%](https://x.example/a.png) here',
      '[box](https://x.example/a.png) here',
    ],
    ['an emoji is its sign', 'Works :+1: at 10:30:45 in `:a:`', 'Works 👍 at 10:30:45 in `:a:`'],
    ['code stays', '`[quote]` and `:smile:`', '`[quote]` and `:smile:`'],
    [
      'a date is read out',
      '[date=2024-01-02 time=10:00:00 timezone="Europe/Amsterdam"]',
      '2024-01-02 10:00:00',
    ],
  ])('%s', (_title, raw, markdown) => {
    expect(fromRaw(raw).trim()).toBe(markdown);
  });
});

describe('an accepted reply that says nothing itself', () => {
  const origin = { source: 'tea', fallbackLanguage: 'nl', publicContacts: [] };

  it.each([
    ['html', '<p><img src="https://i.example/x1.png" alt="enter image description here"></p>'],
    [
      'html',
      '<a href="https://i.example/big.png"><img src="https://i.example/x1.png" alt="scherm"></a> <img class="emoji" alt=":smile:" src="https://x.example/e.png">',
    ],
    ['html', '<p><img src="/uploads/1.png" alt="scherm"></p>'],
    ['markdown', '![scherm](https://i.example/x1.png)'],
    ['markdown', '![image|690x388](upload://abc.png)'],
  ] as const)('gives no item where it is a picture only, in %s: %s', (format, body) => {
    const result = toItem(makeThread({ format }), makeReply({ id: 'r1', body }), origin);
    expect(result).toMatchObject({ kind: 'skipped', reason: 'answer-empty' });
  });

  it.each([
    ['html', '<p>Kijk: <img src="https://i.example/x1.png"></p>'],
    [
      'html',
      '<p><a href="https://i.example/manual">De handleiding</a> <img src="https://i.example/x1.png"></p>',
    ],
    ['markdown', '[De handleiding](https://i.example/manual)'],
  ] as const)('gives one where there are words too, in %s: %s', (format, body) => {
    expect(toItem(makeThread({ format }), makeReply({ body }), origin)).toHaveProperty('item');
  });

  it('gives none where it points at a quote', () => {
    const body = '<aside class="quote"><blockquote>Reset it.</blockquote></aside><p>Dit dus ^^</p>';
    expect(toItem(makeThread(), makeReply({ body }), origin)).toEqual({
      kind: 'skipped',
      reason: 'points-elsewhere',
    });
  });

  it.each([
    ['Dit dus ^^'],
    ['This ^'],
    ['^^'],
    ['This is the solution!'],
    ['Zie het antwoord van @jan hierboven.'],
    ['See the answer above'],
    ['Dit werkte voor mij 👆'],
  ])('points elsewhere: %s', (answer) => {
    expect(judgeAnswer(answer)).toBe('points-elsewhere');
  });

  it.each([
    ['Ja, dat klopt.'],
    ['Dit kan in de app.'],
    ['See [this](https://help.example/box)'],
    ['Dat is gratis.'],
    ['Press the button above the screen.'],
    ['Nee, dat is niet zo.'],
  ])('says something itself: %s', (answer) => {
    expect(judgeAnswer(answer)).toBeNull();
  });
});
