import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../../ingest/steps/to-markdown.js';
import { fc } from '../../../support/properties.js';

const fromHtml = (html: string, baseUrl: string | null = null) => toMarkdown(html, 'html', baseUrl);

describe('HTML as Markdown', () => {
  it.each([
    ['steps stay numbered', '<p>Do:</p><ol><li>One</li><li>Two</li></ol>', 'Do:\n\n1. One\n2. Two'],
    ['a list may start later', '<ol start="3"><li>Three</li><li>Four</li></ol>', '3. Three\n4. Four'],
    [
      'lists nest',
      '<ol><li>One<ul><li>a</li><li>b</li></ul></li><li>Two</li></ol>',
      '1. One\n   - a\n   - b\n2. Two',
    ],
    ['paragraphs in steps stay', '<ul><li><p>One</p></li><li><p>Two</p></li></ul>', '- One\n- Two'],
    ['words keep their weight', '<p><b>Bold</b> and <i>soft</i></p>', '**Bold** and *soft*'],
    ['code stays as it is', '<p>Type <code>*#06#</code></p>', 'Type `*#06#`'],
    [
      'a code block is fenced',
      '<pre class="lang-sh"><code>a &lt; b\n  c_d\n</code></pre>',
      '```\na < b\n  c_d\n```',
    ],
    ['preformatted text is code', '<pre>line 1\nline 2</pre>', '```\nline 1\nline 2\n```'],
    ['line breaks stay', '<p>One<br>Two</p>', 'One  \nTwo'],
    ['signs that would format are escaped', '<p>2 * 3 * 4 and a_b_c</p>', '2 \\* 3 \\* 4 and a\\_b\\_c'],
    ['entities are decoded', '<p>Caf&eacute; &amp; bar &lt;3</p>', 'Café & bar <3'],
    [
      'tables become lines',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      'A | B\n1 | 2',
    ],
  ])('%s', (_title, html, markdown) => {
    expect(fromHtml(html)).toBe(markdown);
  });
});

describe('links and pictures', () => {
  const base = 'https://community.example/t/box/7/2';

  it.each([
    ['a link stays', '<a href="https://www.example/help">help</a>', '[help](https://www.example/help)'],
    [
      'a relative link becomes whole',
      '<a href="/t/other/8">other</a>',
      '[other](https://community.example/t/other/8)',
    ],
    [
      'a bare address stays bare',
      '<a href="http://mijnbox.local">http://mijnbox.local</a>',
      'http://mijnbox.local',
    ],
    [
      'brackets do not end a link',
      '<a href="https://w.example/A_(b)">A</a>',
      '[A](https://w.example/A_%28b%29)',
    ],
    [
      'a picture becomes a link',
      '<img src="https://x.example/a.png" alt="the box">',
      '[the box](https://x.example/a.png)',
    ],
    [
      'a picture without words gets its name',
      '<img src="https://x.example/back.png">',
      '[back.png](https://x.example/back.png)',
    ],
    [
      'an emoji picture is its sign',
      'Yes <img class="emoji" src="https://x.example/e.png" alt="🙂">',
      'Yes 🙂',
    ],
    ['a mention is a plain name', '<a class="mention" href="/u/piet">@piet</a> knows', '@piet knows'],
    ['a script link is plain text', '<a href="javascript:alert(1)">click</a>', 'click'],
    ['a hidden script link is plain text', '<a href="jav&#x09;ascript:alert(1)">click</a>', 'click'],
    ['a data link is plain text', '<a href="data:text/html,x">click</a>', 'click'],
    [
      'mail and phone links are plain text',
      '<a href="mailto:a@b.nl">mail</a> <a href="tel:1">call</a>',
      'mail call',
    ],
  ])('%s', (_title, html, markdown) => {
    expect(fromHtml(`<p>${html}</p>`, base)).toBe(markdown);
  });

  it('drops what a relative link cannot be resolved against', () => {
    expect(fromHtml('<a href="/t/other/8">other</a>')).toBe('other');
  });
});

describe('what is not the answer', () => {
  it.each([
    ['a quoted post', '<aside class="quote"><blockquote>What?</blockquote></aside><p>This.</p>', 'This.'],
    ['a quoted post in the middle', '<p>A</p><aside class="quote"><p>Q</p></aside><p>B</p>', 'A\n\nB'],
    ['a quotation that opens the reply', '<blockquote><p>What?</p></blockquote><p>This.</p>', 'This.'],
    ['a signature block', '<p>This.</p><div class="signature">Iris | Moderator</div>', 'This.'],
    ['a typed signature', '<p>This.</p><p>--<br>Groet, Gerrit<br><em>Glas is klasse</em></p>', 'This.'],
    [
      'a closing with name and number',
      '<p>This.</p><p>Met vriendelijke groet,<br>W. de Jager<br>0612345678</p>',
      'This.',
    ],
    ['a closing behind the last sentence', '<p>Do this. Cheers, Kees</p>', 'Do this.'],
    ['a salutation', '<p>Hoi Marieke, dat kan zo.</p>', 'Dat kan zo.'],
    ['a salutation on its own line', '<p>Dear Ann,</p><p>restart it.</p>', 'Restart it.'],
    [
      'a salutation with a mention',
      '<p>Hi <a class="mention" href="/u/x">@x</a>! Restart it.</p>',
      'Restart it.',
    ],
  ])('%s goes', (_title, html, markdown) => {
    expect(fromHtml(html)).toBe(markdown);
  });

  it.each([
    [
      'a quotation further down stays',
      '<p>The page says:</p><blockquote><p>Wait.</p></blockquote>',
      'The page says:\n\n> Wait.',
    ],
    ['a reply that is all quotation stays', '<blockquote><p>Wait.</p></blockquote>', '> Wait.'],
    [
      '"beste oplossing" is no salutation',
      '<p>Beste oplossing, denk ik: wachten.</p>',
      'Beste oplossing, denk ik: wachten.',
    ],
    ['a reply that is only a greeting stays', '<p>Groetjes</p>', 'Groetjes'],
    [
      'a postscript stays',
      '<p>Do this.</p><p>Groet, Jan<br>PS: restart it after ten minutes too</p>',
      'Do this.\n\nGroet, Jan  \nPS: restart it after ten minutes too',
    ],
  ])('%s', (_title, html, markdown) => {
    expect(fromHtml(html)).toBe(markdown);
  });
});

describe('hostile input', () => {
  it.each([
    ['<p>ok</p><script>alert(1)</script>', 'ok'],
    ['<p>ok</p><style>p{}</style><iframe src="https://x.example"></iframe>', 'ok'],
    ['<p onclick="x()">ok</p>', 'ok'],
    ['<img src="x" onerror="alert(1)">ok', 'ok'],
    ['<svg onload=alert(1)>ok</svg>', 'ok'],
    ['<p>a\u200bb\u202ec\u0000d</p>', 'abcd'],
  ])('%s', (html, markdown) => {
    expect(fromHtml(html)).toBe(markdown);
  });

  it('survives thousands of nested tags', () => {
    expect(fromHtml(`${'<div>'.repeat(20_000)}ok`)).toContain('ok');
    expect(fromHtml(`<ol>${'<li>x'.repeat(20_000)}`)).toContain('20000. x');
  });

  it('never gives a script link, whatever is put together', () => {
    const piece = fc.constantFrom(
      '<a href="',
      'javascript:',
      '">',
      '</a>',
      '[x](',
      ')',
      '<',
      '>',
      '"',
      'x',
      '`',
      '\n',
      '<img src=',
    );
    const format = fc.constantFrom('html' as const, 'markdown' as const, 'text' as const);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), format, (pieces, kind) => {
        const markdown = toMarkdown(pieces.join(''), kind, null).replace(/`[^`\n]*`/g, '');
        expect(markdown).not.toMatch(/(?<!\\)\]\(\s*javascript:/i);
      }),
    );
  });
});

describe('Markdown as Markdown', () => {
  it.each([
    ['tags go, code keeps them', 'a <b>b</b> `<i>` c', 'a b `<i>` c'],
    ['fenced code keeps them', '```\n<script>\n```', '```\n<script>\n```'],
    ['script links are plain text', '[a](javascript:x) [b](https://b.example)', 'a [b](https://b.example)'],
    ['pictures are links', '![box](https://x.example/a.png)', '[box](https://x.example/a.png)'],
    ['line breaks become lines', 'a<br/>b', 'a\nb'],
    ['scripts go with their text', 'a<script>alert(1)</script>b', 'ab'],
    ['an open tag does not swallow the rest', 'a <img src="x', 'a &lt;img src="x'],
    ['steps stay', '1. One\n2. Two', '1. One\n2. Two'],
  ])('%s', (_title, markdown, expected) => {
    expect(toMarkdown(markdown, 'markdown', null)).toBe(expected);
  });
});

describe('plain text as Markdown', () => {
  it.each([
    ['signs are escaped', '2 * 3 <b> a_b', '2 \\* 3 \\<b\\> a\\_b'],
    ['typed steps stay steps', 'Do:\n1. One\n2. Two', 'Do:  \n1. One  \n2. Two'],
    ['paragraphs stay', 'A\n\n\nB', 'A\n\nB'],
    ['no heading by accident', '# not a heading', '\\# not a heading'],
  ])('%s', (_title, text, expected) => {
    expect(toMarkdown(text, 'text', null)).toBe(expected);
  });
});

describe('what its author struck out', () => {
  it.each([
    ['html', '<p><del>Red means full.</del> Red means a fault.</p>', 'Red means a fault.'],
    ['html', '<p><s>a</s><strike>b</strike> c <ins>d</ins></p>', 'c d'],
    ['html', '<p><span style="color:red; text-decoration: line-through">a</span> b</p>', 'b'],
    ['html', '<p><u style="text-decoration-line:line-through">a</u> b</p>', 'b'],
    ['html', '<p><span class="bbc_s">a</span> <span class="strikethrough">b</span> c</p>', 'c'],
    ['html', '<ol><li><del>One</del></li><li>Two</li></ol>', '2. Two'],
    ['markdown', '~~Red means full.~~ Red means a fault.', 'Red means a fault.'],
    ['markdown', '~~Red\nmeans full.~~ Red means a fault.', 'Red means a fault.'],
    ['markdown', '<del>a</del> b <ins>c</ins> <span style="text-decoration:line-through">d</span>', 'b c'],
    ['text', '~~a~~ b [s]c[/s]', 'b'],
    ['text', 'o\u0336l\u0336d\u0336 new', 'new'],
  ] as const)('goes, in %s: %s', (format, body, expected) => {
    const markdown = toMarkdown(body, format, null);
    expect(markdown.replace(/^1\.\s*\n/, '').trim()).toBe(expected);
  });

  it.each(['about ~5 to ~10 minutes', '`~~code~~`', '```\n~~x~~\n```', 'a\\~~b~~ c', '~~a\n\nb~~ c'])(
    'is not this: %s',
    (markdown) => {
      expect(toMarkdown(markdown, 'markdown', null)).toBe(markdown);
    },
  );
});
