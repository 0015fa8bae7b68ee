import { type Channel } from '../channel.ts';
import { type Holder } from '../dialogue.ts';
import { type Corrects } from '../interpreting/reading.ts';

/** Overdragen. `to`: an e-mail address or initials. `text`: the answer on the card that was clicked, '' without one. */
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
