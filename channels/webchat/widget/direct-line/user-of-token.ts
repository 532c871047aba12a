/** The `user` claim of a Direct Line token (a JWT); '' where there is none. The signature is the server's to check. */
export function userOfToken(token: string): string {
  try {
    const part = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as { readonly user?: unknown };
    return typeof claims.user === 'string' ? claims.user : '';
  } catch {
    return '';
  }
}
