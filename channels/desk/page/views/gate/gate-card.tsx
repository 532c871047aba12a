import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { LanguageSwitch } from '../language-switch.js';

/** The card before the desk: signing in and invitations. */
export function GateCard(props: { title: string; intro: string; children?: ComponentChildren }) {
  const { words } = useDesk();
  return (
    <main class="gate">
      <div class="gate-top">
        <span class="mark">
          <Icon name="speech" />
          {words.desk}
        </span>
        <LanguageSwitch />
      </div>
      <div class="card">
        <h1>{props.title}</h1>
        <p class="intro">{props.intro}</p>
        {props.children}
      </div>
    </main>
  );
}
