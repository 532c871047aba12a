/** A list as somebody follows it: what changed is read again, the rest is remembered. */
export interface FollowedList<Row> {
  /**
   * The rows as they are now, in their order. One that nothing happened to is the very object that it was.
   * @param isAnew whether all are read, whatever was heard of changes; else those that changed since the read before
   */
  read(isAnew: boolean): Promise<readonly Row[]>;
}
