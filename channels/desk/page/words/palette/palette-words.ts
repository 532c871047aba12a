import type { CommandGroup } from '../../state/palette/find-commands.js';

/** The words of the palette, and of the list of keys. */
export interface PaletteWords {
  readonly open: string;
  readonly title: string;
  readonly label: string;
  readonly groups: Readonly<Record<CommandGroup, string>>;
  readonly found: (count: number) => string;
  readonly queue: string;
  readonly showKeys: string;
  readonly status: (status: string) => string;
  readonly language: string;
  readonly keys: {
    readonly title: string;
    readonly close: string;
    /** Keys and what they do; several keys of one row are any of them. */
    readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[];
  };
}
