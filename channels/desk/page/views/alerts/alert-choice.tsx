import { useState } from 'preact/hooks';
import { type AlertSettings, keepAlertSettings, readAlertSettings } from '../../alerts/alert-settings.js';
import { chime } from '../../alerts/chime.js';
import { useDesk } from '../desk-context.js';

/** What tells the agent of news while they do not see the desk; the browser is asked only when they choose it. */
export function AlertChoice({ agentId }: { agentId: string }) {
  const { words } = useDesk();
  const { alerts: say } = words;
  const [settings, setSettings] = useState(() => readAlertSettings(localStorage, agentId));
  const [isDenied, setIsDenied] = useState(false);

  function keep(changed: AlertSettings): void {
    setSettings(changed);
    keepAlertSettings(localStorage, agentId, changed);
  }

  function chooseSound(sound: boolean): void {
    keep({ ...settings, sound });
    // They hear what they chose, and the browser lets the page sound from now on.
    if (sound) chime();
  }

  async function chooseNotification(notification: boolean): Promise<void> {
    setIsDenied(false);
    if (!notification) return keep({ ...settings, notification });
    const permission = 'Notification' in window ? await Notification.requestPermission() : 'denied';
    setIsDenied(permission !== 'granted');
    keep({ ...settings, notification: permission === 'granted' });
  }

  return (
    <section aria-labelledby="alerts-title">
      <h2 id="alerts-title">{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.sound}
          onChange={(event) => chooseSound(event.currentTarget.checked)}
        />
        {say.sound}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.notification}
          onChange={(event) => void chooseNotification(event.currentTarget.checked)}
        />
        {say.notification}
      </label>
      <p role="status">{isDenied && say.denied}</p>
    </section>
  );
}
