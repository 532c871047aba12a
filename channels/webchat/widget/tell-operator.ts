/** Tells whoever put the chat on the page, by the browser's console, what they have to mend. */
export function tellOperator(words: string): void {
  // biome-ignore lint/suspicious/noConsole: the one place where somebody who builds a website looks.
  console.error(`support-chat: ${words}`);
}
