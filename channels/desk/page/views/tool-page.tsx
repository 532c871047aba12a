import type { ComponentChildren, Ref } from 'preact';
import { fragmentOf } from '../state/place.js';
import { useDesk } from './desk-context.js';
import { Icon } from './icon.js';

interface ToolPageProps {
  readonly title: string;
  /** Beside "tool". */
  readonly kind?: string;
  /** Of the heading, where it is given the focus. */
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly children: ComponentChildren;
}

/** A page beside the lists, with its title and the way back to them. */
export function ToolPage({ title, kind, heading, children }: ToolPageProps) {
  const { words } = useDesk();
  return (
    <div class={kind === undefined ? 'tool' : `tool ${kind}`}>
      <header class="conversation-top">
        <a class="back" href={fragmentOf({ kind: 'queue' })} aria-label={words.conversation.back}>
          <Icon name="back" />
        </a>
        {heading === undefined ? (
          <h1>{title}</h1>
        ) : (
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        )}
      </header>
      {children}
    </div>
  );
}
