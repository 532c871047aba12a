/** Where one-time links lead. */
export const INVITATION_PATH = '/desk/invitation';
export const RESET_PATH = '/desk/reset';

/** Whether an address is one of them. */
export function isLinkPath(path: string): boolean {
  return path === INVITATION_PATH || path === RESET_PATH;
}
