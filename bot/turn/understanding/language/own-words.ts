/**
 * What of a text is the customer's own wording: without mark-up, code, addresses, mentions, quotations of others and what a
 * screen said; '' where nothing is left.
 */
export function ownWords(text: string): string {
  const own = text
    .replace(/^\s*>.*$/gmu, ' ')
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/gu, ' ')
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
    .replace(/\[\/?(?:quote|code|img|url|b|i|u|spoiler)\b[^\]]{0,100}\]/giu, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_.-]+/gu, ' ')
    .replace(/\b[A-Z][A-Za-z]*(?:Error|Exception)\b:?|\b[A-Z]+(?:[_:]+[A-Z]+)+\b/gu, ' ')
    .replace(/"[^"\n]{4,200}"|“[^”\n]{4,200}”/gu, ' ')
    .trim();
  return /\p{L}/u.test(own) ? own : '';
}
