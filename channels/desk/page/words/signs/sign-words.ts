/** Who looks at a conversation and who types in it. */
export interface SignWords {
  /** Of the customer, in a row. */
  readonly types: string;
  readonly customerTypes: (name: string) => string;
  readonly colleaguesType: (names: readonly string[]) => string;
  readonly colleaguesLook: (names: readonly string[]) => string;
}
