/** Labels by their names, each a word; nothing where there are none. */
export function LabelMarks({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <span key={name} class="label-mark">
          {name}
        </span>
      ))}
    </>
  );
}
