import type { DeskAgent } from '../desk.js';

/** What agents change about their own account. */
export interface DeskProfiles {
  /**
   * Gives one's own account another name, which customers read from the next message on; what was said before keeps the old one.
   * @returns the account as it is now
   * @throws ACCOUNT_UNKNOWN
   */
  rename(agentId: string, name: string): Promise<DeskAgent>;
}
