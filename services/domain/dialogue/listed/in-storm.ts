/**
 * A dialogue that began in a storm, and where it lives: `listed` in a line or count of a list card, else on a card of its
 * own. It leaves the list once and never comes back, so it is always in exactly one place.
 */
export interface InStorm {
  readonly id: string;
  readonly listed: boolean;
}

/** Why a dialogue has a card of its own in the middle of a storm. */
export type Alone = 'danger' | 'private' | 'kind' | 'by-hand';
