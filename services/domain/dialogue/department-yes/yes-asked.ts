import { type DialogueView } from '../view.ts';

/** What a person of a department is asked: whether this text may be placed. `round`: which time they were asked. */
export interface YesAsked {
  readonly view: DialogueView;
  readonly round: number;
  readonly department: string;
  readonly organisation: string;
}
