import { type Way } from '../figures/way.ts';

/** What the organisation knows of its own costs, and of what citizens would have done otherwise. */
export interface WorthSettings {
  /** Euros for one contact that was answered in this way, by the organisation's own sums; not there: not known. */
  readonly price: Readonly<Partial<Record<Way, number>>>;
  /** Answers to "had you called us otherwise?"; null: nobody was asked. */
  readonly poll: { readonly asked: number; readonly wouldHaveCalled: number } | null;
}
