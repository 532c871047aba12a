/** A word of the company's list that agents put on conversations. */
export interface DeskLabel {
  readonly id: string;
  readonly name: string;
}
