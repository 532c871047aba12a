/** Where the company's own contacts stand: numbers however they are grouped, a domain with whatever is before it. */
export function findPublicContacts(
  text: string,
  publicContacts: readonly string[],
): (readonly [start: number, end: number])[] {
  return publicContacts.flatMap((contact) =>
    [...text.matchAll(contactPattern(contact))].map(
      (match) => [match.index, match.index + match[0].length] as const,
    ),
  );
}

function contactPattern(contact: string): RegExp {
  if (contact.includes('@')) {
    const before = contact.startsWith('@') ? String.raw`[\p{L}\d._%+'-]{1,64}` : '';
    return new RegExp(
      String.raw`(?<![\p{L}\d._-])${before}${literally(contact)}(?![\p{L}\d-]|\.[\p{L}\d])`,
      'giu',
    );
  }
  const digits = [...contact.replace(/\(0\)|\D/g, '').replace(/^(?:00)?31|^0/, '')];
  if (digits.length < 4) return /(?!)/gu;
  return new RegExp(
    String.raw`(?<!\d)(?:\+|00)?(?:31)?[ ().-]{0,3}(?:\(?0\)?)?[ ().-]{0,3}${digits.join('[ ().-]{0,3}')}(?!\d)`,
    'gu',
  );
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
