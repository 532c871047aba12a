import { withEmoji } from './emoji-names.js';

/** Code, which keeps its text, or a mark of a block that goes with all that is in it. */
const BLOCK =
  /(^```[^\n]*\n[\s\S]*?^```[ \t]*$|`[^`\n]{1,400}`)|\[(\/?)(quote|poll)(?:[= ][^\]\n]{0,300})?\]/gim;
const CODE = /(^```[^\n]*\n[\s\S]*?^```[ \t]*$|`[^`\n]{1,400}`)/m;

/**
 * Takes the marks of Discourse's own Markdown out of a post as it was typed: quotes of other posts and polls go, what is
 * folded or blurred is shown, pictures that only Discourse knows (`upload://`) go, emoji names become emoji. Code stays.
 */
export function cleanDiscourseRaw(markdown: string): string {
  const own = withoutBlocks(markdown);
  return own
    .split(CODE)
    .map((part, place) => (place % 2 === 1 ? part : cleanMarks(part)))
    .join('');
}

/** A post that is nothing but a quote keeps what it quotes, as one in HTML does. */
function withoutBlocks(markdown: string): string {
  if (!/\[\/?(?:quote|poll)[\]= ]/i.test(markdown)) return markdown;
  const own = cutBlocks(markdown, ['quote', 'poll']);
  return /[\p{L}\p{N}]/u.test(own) ? own : cutBlocks(markdown, ['poll']);
}

/** Cuts blocks out, nested ones too; a mark without its partner is taken away and cuts nothing. */
function cutBlocks(markdown: string, names: readonly string[]): string {
  let kept = '';
  let from = 0;
  const open: { readonly name: string; readonly keptBefore: string }[] = [];
  for (const match of markdown.matchAll(BLOCK)) {
    const [written, code, slash, block = ''] = match;
    const name = block.toLowerCase();
    if (code !== undefined) continue;
    kept += markdown.slice(from, match.index);
    from = match.index + written.length;
    if (!names.includes(name)) continue;
    if (slash === '') open.push({ name, keptBefore: kept });
    else if (open.at(-1)?.name === name) kept = `${open.pop()?.keptBefore ?? ''}\n`;
  }
  return kept + markdown.slice(from);
}

function cleanMarks(text: string): string {
  return withEmoji(
    text
      .replace(/\[details(?:=["“]?([^\]\n"”]{0,200})["”]?)?\]/gi, (_, title?: string) =>
        title ? `${title}\n\n` : '',
      )
      .replace(
        /\[date=(\d{4}-\d\d-\d\d)(?: +time=([\d:]{1,8}))?[^\]\n]{0,200}\]/gi,
        (_, day: string, time?: string) => (time === undefined ? day : `${day} ${time}`),
      )
      .replace(/\[url=["']?(https?:\/\/[^\]\s"']{1,2000})["']?\]([^[\]\n]{1,400})\[\/url\]/gi, '[$2]($1)')
      .replace(/\[b\]([^[\]\n]{1,400})\[\/b\]/gi, '**$1**')
      .replace(/\[i\]([^[\]\n]{1,400})\[\/i\]/gi, '*$1*')
      .replace(/\[s\]([^[\]\n]{1,400})\[\/s\]/gi, '~~$1~~')
      .replace(/\[img\](https?:\/\/[^[\]\s]{1,2000})\[\/img\]/gi, '![]($1)')
      .replace(MARKS, '')
      .replace(/!\[[^\]\n]{0,400}\]\(\s*upload:\/\/[^)\n]{0,400}\)/gi, '')
      .replace(/\[([^\]|\n]{1,400})(?:\|[^\]\n]{0,100})?\]\(\s*upload:\/\/[^)\n]{0,400}\)/gi, '$1')
      .replace(/!\[([^\]|\n]{0,400})\|[^\]\n]{0,100}\]\(/g, '![$1]('),
  );
}

/** Marks around text that stays. */
const MARKS =
  /\[\/?(?:details|spoiler|hide|grid|center|left|right|u|url|color|size|floatl|floatr)(?:=[^\]\n]{0,200})?\]|\[wrap(?:=[^\]\n]{0,200})?\]|\[\/(?:wrap|date-range|date)\]/gi;
