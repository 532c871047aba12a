/** What tells an agent of news while they do not see the page; nothing until they ask for it. */
export interface AlertSettings {
  readonly sound: boolean;
  /** Notifications of the browser, where it permits them. */
  readonly notification: boolean;
}

export const NO_ALERTS: AlertSettings = { sound: false, notification: false };

/** Where settings outlive a reload: `localStorage`. */
export type Kept = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (agentId: string) => `desk-alerts:${agentId}`;

/** What an agent chose in this browser. */
export function readAlertSettings(kept: Kept, agentId: string): AlertSettings {
  try {
    const read = JSON.parse(kept.getItem(keyOf(agentId)) ?? 'null') as Partial<AlertSettings> | null;
    return { sound: read?.sound === true, notification: read?.notification === true };
  } catch {
    return NO_ALERTS; // Somebody wrote into it, or the browser keeps nothing.
  }
}

/** A browser that keeps nothing forgets it with the page. */
export function keepAlertSettings(kept: Kept, agentId: string, settings: AlertSettings): void {
  try {
    kept.setItem(keyOf(agentId), JSON.stringify(settings));
  } catch {}
}
