import type { DeskRole } from '../../contracts/desk.js';

const LEADS: readonly DeskRole[] = ['lead', 'administrator'];

/** Whether somebody sees to the team: an administrator may all that a team lead may. */
export function mayLead({ role }: { readonly role: DeskRole }): boolean {
  return LEADS.includes(role);
}
