import { type Member, type Person } from '../../people.ts';
import { type Acquainted } from './together.ts';

/** What is done to a dialogue beside the stages it goes through: at any stage, and it changes none. */
export type TogetherCommand =
  | { readonly type: 'note'; readonly who: Member; readonly note: string }
  /** It was counted how often this citizen spoke to us before. */
  | ({ readonly type: 'acquaint' } & Acquainted);

export type TogetherEvent =
  | { readonly type: 'noted'; readonly by: Person; readonly note: string }
  | ({ readonly type: 'acquainted' } & Acquainted);
