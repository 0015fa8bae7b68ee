/** UTF-16 units. A longer address is no address of a post. */
const LONGEST_LINK = 1_000;

/** An address that may be opened from a card, in its normal form; null for what is none: only https is. */
export function httpsLink(typed: string): string | null {
  const address = typed.trim();
  if (address.length > LONGEST_LINK || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' ? url.href : null;
}
