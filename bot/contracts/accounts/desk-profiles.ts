import type { DeskAgent } from '../desk.js';

/** What agents change about their own account. */
export interface DeskProfiles {
  /**
   * Gives one's own account another name, which customers read from the next message on; what was said before keeps the old one.
   * @returns the account as it is now
   * @throws ACCOUNT_UNKNOWN
   */
  rename(agentId: string, name: string): Promise<DeskAgent>;
  /**
   * Gives one's own account a picture, in place of another.
   * @param bytes PNG or JPEG, small (`bot/accounts/profile/picture-kind.ts`)
   * @throws PICTURE_REFUSED
   */
  setPicture(agentId: string, bytes: Buffer): Promise<void>;
  removePicture(agentId: string): Promise<void>;
  /** Where an agent's picture is served, below the server's address; null for none. */
  pictureAddress(agentId: string): Promise<string | null>;
  /** The picture of an id out of an address; null where there is none any more. */
  picture(id: string): Promise<{ readonly contentType: string; readonly bytes: Buffer } | null>;
}
