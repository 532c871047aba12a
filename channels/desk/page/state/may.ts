import type { DeskAgent } from '../../../../bot/contracts/desk.js';

type Role = Pick<DeskAgent, 'role'>;

/** Whether somebody sees to the team; the server refuses others too, they need not see what they may not. */
export function leadsTeam({ role }: Role): boolean {
  return role === 'lead' || role === 'administrator';
}

/** Whether somebody changes what the bot answers. */
export function changesContent({ role }: Role): boolean {
  return role === 'content' || role === 'administrator';
}
