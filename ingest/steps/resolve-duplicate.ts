/** What is known of the threads of a source: which one each is a duplicate of, and which have an answer. */
interface DuplicateGraph {
  /** The thread that `id` was marked a duplicate of; null where it was not. */
  duplicateOf(id: string): string | null;
  /** Whether the thread would be an item of its own. */
  hasAnswer(id: string): boolean;
}

/**
 * The thread whose item takes the wording of `id`; null where `id` stands for itself.
 *
 * Marks are followed to their end, and the thread nearest to that end that has an answer is the one: it is what the
 * community points everybody to. In a circle of marks it is the answered thread with the smallest id. A target is
 * always a thread that stands for itself, so that no wording is lost in a chain.
 */
export function resolveDuplicate(id: string, graph: DuplicateGraph): string | null {
  const path = [id];
  const places = new Map([[id, 0]]);
  for (let next = graph.duplicateOf(id); next !== null; next = graph.duplicateOf(next)) {
    const place = places.get(next);
    if (place !== undefined) return targetOf(id, path.slice(0, place), path.slice(place), graph);
    places.set(next, path.length);
    path.push(next);
  }
  return targetOf(id, path, [], graph);
}

function targetOf(
  id: string,
  chain: readonly string[],
  circle: readonly string[],
  graph: DuplicateGraph,
): string | null {
  const inOrder = [...circle.toSorted(), ...chain.toReversed()];
  const target = inOrder.find((candidate) => graph.hasAnswer(candidate));
  return target === undefined || target === id ? null : target;
}
