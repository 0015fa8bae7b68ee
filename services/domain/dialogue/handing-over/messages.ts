import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { type Channel } from '../channel.ts';
import { type Holder } from '../dialogue.ts';
import { type Corrects } from '../interpreting/reading.ts';

/** Overdragen. `to`: an e-mail address or initials, or the name of a department. `text`: the answer on the card that was clicked, '' without one. */
export interface HandOver extends Corrects {
  readonly type: 'handOver';
  readonly to: string;
  readonly remark: string;
  readonly text: string;
  readonly channel?: Channel | undefined;
}

/** Who got it holds it from now on, drafts and all. */
export interface HandedOver {
  readonly type: 'handedOver';
  readonly by: Holder;
  readonly to: Holder;
  readonly remark: string;
}

/** What becomes of a dialogue that a department takes over. */
export type PassedOnEvent =
  /** It ends here. `due`: by when an answer was owed. */
  | {
      readonly type: 'passedOn';
      readonly by: Person;
      readonly department: string;
      readonly phone: string | null;
      readonly people: readonly Person[];
      readonly remark: string;
      readonly due: Instant | null;
    }
  | { readonly type: 'departmentTold'; readonly who: Person }
  /** There is no way to any of its people in Teams. */
  | { readonly type: 'departmentUnreached' };

/** The department was told; null: there is no way to anybody there. */
export interface DepartmentAnswered {
  readonly type: 'departmentAnswered';
  readonly who: Person | null;
}
