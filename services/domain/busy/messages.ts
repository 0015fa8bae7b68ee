import { type Holder } from '../dialogue/dialogue.ts';
import { type Instant } from '../instant.ts';
import { type Member, type Person } from '../people.ts';
import { type Approved, type ManyText, type Target } from './many-text.ts';
import { type Rate } from './storm.ts';

/** What is asked of the storms. `id`: the name that a new one gets. */
export type BusyCommand =
  /** The bot looked how fast new dialogues come. */
  | { readonly type: 'rateSeen'; readonly id: string; readonly practice: boolean; readonly rate: Rate }
  | { readonly type: 'switchBusyOn'; readonly id: string; readonly practice: boolean; readonly by: Member }
  | { readonly type: 'switchBusyOff'; readonly practice: boolean; readonly by: Member }
  | { readonly type: 'callForHelp'; readonly storm: string; readonly by: Member; readonly onDuty: readonly Person[] }
  | { readonly type: 'answerCall'; readonly storm: string; readonly by: Member; readonly helps: boolean }
  | {
      readonly type: 'submitMany';
      readonly storm: string;
      readonly text: string;
      readonly topic: string | null;
      readonly municipality: string | null;
      readonly template: string;
      readonly targets: readonly Target[];
      readonly by: Member;
      readonly fingerprint: string;
    }
  | {
      readonly type: 'approveMany';
      readonly storm: string;
      readonly text: string;
      readonly fingerprint: string;
      readonly by: Member;
    }
  | {
      readonly type: 'sendBackMany';
      readonly storm: string;
      readonly text: string;
      readonly remark: string;
      readonly by: Member;
    }
  | { readonly type: 'stopMany'; readonly storm: string; readonly text: string; readonly by: Member }
  /** Nothing of it is on a list any more. */
  | { readonly type: 'stormDone'; readonly storm: string };

export type BusyEvent =
  | { readonly type: 'stormProposed'; readonly storm: string; readonly practice: boolean; readonly rate: Rate }
  | { readonly type: 'stormLapsed'; readonly storm: string }
  | { readonly type: 'stormOn'; readonly storm: string; readonly practice: boolean; readonly by: Person }
  | { readonly type: 'stormCalm'; readonly storm: string; readonly since: Instant | null }
  | { readonly type: 'stormOff'; readonly storm: string; readonly by: Person }
  | { readonly type: 'helpCalled'; readonly storm: string; readonly by: Person; readonly to: readonly Person[] }
  | { readonly type: 'callAnswered'; readonly storm: string; readonly by: Person; readonly helps: boolean }
  | { readonly type: 'manySubmitted'; readonly storm: string; readonly many: ManyText; readonly by: Holder }
  | ({ readonly type: 'manyApproved'; readonly storm: string; readonly text: string } & Omit<Approved, 'at'>)
  | {
      readonly type: 'manySentBack';
      readonly storm: string;
      readonly text: string;
      readonly by: Person;
      readonly remark: string;
    }
  | { readonly type: 'manyStopped'; readonly storm: string; readonly text: string; readonly by: Person }
  | { readonly type: 'stormDone'; readonly storm: string };

/** An expected no, in words for a person: `cards/busy/refusal.ts` has a sentence for each code. */
export type BusyRefusal =
  | { readonly code: 'busy-role'; readonly role: 'webcare' | 'approver' }
  | { readonly code: 'busy-already'; readonly who: string; readonly at: Instant }
  | { readonly code: 'not-busy' }
  | { readonly code: 'storm-over' }
  | { readonly code: 'called-already'; readonly who: string; readonly at: Instant }
  | { readonly code: 'nobody-to-call' }
  | { readonly code: 'many-empty' }
  | { readonly code: 'many-nobody' }
  | { readonly code: 'many-too-long'; readonly over: number; readonly handle: string }
  | { readonly code: 'many-personal-data'; readonly what: string }
  | { readonly code: 'many-own-text' }
  | { readonly code: 'many-changed' }
  | { readonly code: 'many-not-now' }
  | { readonly code: 'list-empty' };
