/** The address of the conversation behind, or before, the open one in the lists; null where there is none. */
export function nextConversation(root: ParentNode, step: 1 | -1): string | null {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('.lists a.entry')];
  if (links.length === 0) return null;
  const open = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const first = step === 1 ? 0 : links.length - 1;
  const next = open === -1 ? first : (open + step + links.length) % links.length;
  return links[next]?.hash ?? null;
}
