/** Markdown as the plain text that is searched: words stay, links lose their address, markup goes. One line. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^\s*(```|~~~).*$/gm, ' ')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<(https?:[^<>\s]*)>/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/^\s*(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, ' ')
    .replace(/(?<!\\)[*`~]+|__/g, '')
    .replace(/\\([\\!#()*+.<>[\]_{}|~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many words of the answer are embedded with the question; more gave nothing. */
const ANSWER_WORDS = 200;

/** The text of an item's passage vector: the question and the first 200 words of its answer in Markdown. */
export function passageText(question: string, answer: string): string {
  const words = plainText(answer).split(' ').slice(0, ANSWER_WORDS);
  return `${question} ${words.join(' ')}`.trim();
}
