/** The `user` claim of a token: the id under which this browser speaks; '' where the token cannot be read. */
export function userOfToken(token: string): string {
  const { user } = claimsIn(token);
  return typeof user === 'string' ? user : '';
}

/**
 * Whether a token was given to the customer whom the website names now; both may be nobody. Only a hint of what to ask the
 * server, which alone knows whose word counts.
 * @param identity the website's signed word; null where it says nothing
 */
export function isOfCustomer(token: string, identity: string | null): boolean {
  const { vouched } = claimsIn(token);
  const before = typeof vouched === 'object' && vouched !== null && 'id' in vouched ? vouched.id : undefined;
  return before === (identity === null ? undefined : claimsIn(identity).sub);
}

function claimsIn(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
