import type { DeskState } from '../state/state.js';
import type { AlertSettings } from './alert-settings.js';
import { alertsBetween, type DeskAlert } from './alerts-between.js';

interface AlertsAround {
  readonly get: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether somebody can see the page; then it tells by itself. */
  readonly isSeen: () => boolean;
  readonly settings: (agentId: string) => AlertSettings;
  readonly now: () => number;
  readonly sound: () => void;
  /** @param count how many pieces of news there are */
  readonly notify: (alert: DeskAlert, count: number) => void;
}

/** A morning on which ten customers write at once is one sound. */
const SOONEST_MS = 3_000;

/** Tells an agent of news while the page is hidden, as they chose; returns how to stop. */
export function startAlerts(around: AlertsAround): () => void {
  let before = around.get();
  let since = '';
  let toldAt = Number.NEGATIVE_INFINITY;
  return around.subscribe(() => {
    const after = around.get();
    // The entries tell the server's clock; what is older than the first of them was there.
    if (after.hasEntries && !before.hasEntries)
      since = new Date(around.now() + after.clockOffsetMs).toISOString();
    const earlier = before;
    before = after;
    if (after.screen.kind !== 'desk' || around.isSeen()) return;
    const alerts = alertsBetween(earlier, after, since);
    const [first] = alerts;
    if (!first) return;
    const { sound, notification } = around.settings(after.screen.agent.id);
    if (notification) around.notify(first, alerts.length);
    if (!sound || around.now() - toldAt < SOONEST_MS) return;
    toldAt = around.now();
    around.sound();
  });
}
