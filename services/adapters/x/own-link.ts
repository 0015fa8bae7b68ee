/** Where a post of ours is read on X. */
export function ownLink(handle: string, id: string): string {
  return `https://x.com/${handle}/status/${id}`;
}
