import { type Instant } from '../instant.ts';

/** What a network says of the link that a person gave of a reply that was placed by hand. */
export type LookedUp =
  | {
      readonly outcome: 'found';
      readonly id: string;
      readonly link: string | null;
      readonly at: Instant;
      /** Handle of who placed it. */
      readonly account: string;
      readonly inReplyTo: string | null;
      readonly text: string;
    }
  /** There is no such post, or it is hidden from us. */
  | { readonly outcome: 'absent' }
  /** No link of a post on this network. */
  | { readonly outcome: 'unreadable' }
  /** It cannot be looked up now: `id` and `link` are only what the link says itself. */
  | { readonly outcome: 'unavailable'; readonly id: string; readonly link: string | null };

/** Before the network was asked: nobody has read the link yet. */
export const NOT_LOOKED_UP: LookedUp = { outcome: 'unreadable' };
