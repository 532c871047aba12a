import { splitAtAddresses } from '../../index/platform/web-addresses.js';
import { safeLink } from './safe-link.js';
import type { Inline } from './shown-blocks.js';

/** Plain text as people type it: line breaks and bare web addresses, nothing else. */
export function plainInlines(text: string): Inline[] {
  return text.split('\n').flatMap((line, at): Inline[] => {
    const inlines = splitAtAddresses(line).map((part) => inlineOf(part.text, part.isAddress));
    return at === 0 ? inlines : [{ kind: 'break' }, ...inlines];
  });
}

function inlineOf(text: string, isAddress: boolean): Inline {
  const words: Inline = { kind: 'text', text };
  const href = isAddress ? safeLink(text) : null;
  return href === null ? words : { kind: 'link', href, children: [words] };
}
