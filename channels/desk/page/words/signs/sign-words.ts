/** Who looks at a conversation and who types in it. */
export interface SignWords {
  /** Of the customer, in a row. */
  readonly types: string;
  readonly customerTypes: (name: string) => string;
  /** The customer closed the chat: in a row, and with when. */
  readonly gone: string;
  readonly customerGone: (name: string, moment: string) => string;
  readonly colleaguesType: (names: readonly string[]) => string;
  readonly colleaguesLook: (names: readonly string[]) => string;
}
