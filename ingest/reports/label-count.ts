/** How many labels, each counted by its weight: "1 label", "46 labels". */
export function labelCount(labels: number): string {
  const count = Math.floor(labels);
  return `${count} ${count === 1 ? 'label' : 'labels'}`;
}

/** The same as what there is: "there are 46". */
export function labelsThere(labels: number): string {
  const count = Math.floor(labels);
  return `there ${count === 1 ? 'is' : 'are'} ${count === 0 ? 'none' : count}`;
}
