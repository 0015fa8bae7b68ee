/** The day on which the list below was last held against docs.x.com. */
export const PRICES_OF = '2026-10-01';

/**
 * What X charges on pay-per-use, in USD: docs.x.com/x-api/getting-started/pricing. Reads are per thing that an answer gives,
 * once per UTC day; writes are per request. An Enterprise plan has prices of its own, which nobody publishes: what is counted
 * then is what self-serve would cost. Where X leaves room for doubt the dearer price is taken.
 */
export const PRICES = {
  post: 0.005,
  /** A post from the mentions or the timeline of the account that owns the app: "Owned Read". */
  ownedPost: 0.001,
  user: 0.01,
  dmEvent: 0.01,
  postCreated: 0.015,
  /** X's docs do not say whether a reply to who mentioned us is dearer with a link; its price calculator says that it is not. */
  postWithLinkCreated: 0.2,
  /** A reply to who mentioned or quoted us ("summoned"). */
  replyCreated: 0.01,
  dmSent: 0.015,
  /** "Interaction: Delete"; "Content: Manage" (0.005) may be meant for posts. */
  deleted: 0.01,
} as const satisfies Readonly<Record<string, number>>;
