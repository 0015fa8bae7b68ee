/**
 * The first post of the chain of answers that a post is in: as far back as the chain is known.
 * `parent` gives the id that a post or reply answers; null or undefined ends the chain. A circle ends where it closes.
 */
export function threadOf(id: string, parent: (id: string) => string | null | undefined): string {
  const seen = new Set([id]);
  let root = id;
  for (let next = parent(root); next != null && !seen.has(next); next = parent(root)) {
    seen.add(next);
    root = next;
  }
  return root;
}
