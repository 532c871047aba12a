/** A file of a message: its bytes are asked for by its id, and shown by an address signed for one reader. */
export interface MessageFile {
  readonly id: string;
  /** Safe to show and to save under; ends as its kind does. */
  readonly name: string;
  /** By its content, such as `image/png`. */
  readonly contentType: string;
  readonly bytes: number;
}
