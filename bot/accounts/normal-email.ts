/** An e-mail address as accounts have it: in lower case, without spaces around it. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
