import type { DeskRole } from '../../contracts/desk.js';

/** Who changes what the bot answers from. */
const CONTENT_ROLES: readonly DeskRole[] = ['content', 'administrator'];

export function mayChangeContent({ role }: { readonly role: DeskRole }): boolean {
  return CONTENT_ROLES.includes(role);
}
