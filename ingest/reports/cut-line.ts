/** A line of at most `width` characters; what is cut off shows as an ellipsis. */
export function cutLine(line: string, width: number): string {
  // By characters, so that none is cut in half.
  const characters = [...line];
  return characters.length <= width
    ? line
    : `${characters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}
