import { type Member, type Person } from '../../people.ts';
import { type Acquainted } from './together.ts';

/** What is done to a dialogue beside the stages it goes through: at any stage, and it changes none. */
export type TogetherCommand =
  | { readonly type: 'note'; readonly who: Member; readonly note: string }
  | {
      readonly type: 'passPraise';
      readonly who: Member;
      readonly department: string | null;
      readonly people: readonly Person[];
    }
  /** It was sent to all of them. */
  | { readonly type: 'praiseArrived'; readonly reach: 'chat' | 'thread' }
  /** It was counted how often this citizen spoke to us before. */
  | ({ readonly type: 'acquaint' } & Acquainted);

/** By the types of its commands the table of decisions finds them. */
export const TOGETHER_COMMANDS = [
  'note',
  'acquaint',
  'passPraise',
  'praiseArrived',
] as const satisfies readonly TogetherCommand['type'][];

export function isTogether<C extends { readonly type: string }>(command: C): command is Extract<C, TogetherCommand> {
  return (TOGETHER_COMMANDS as readonly string[]).includes(command.type);
}

export type TogetherEvent =
  | {
      readonly type: 'praisePassed';
      readonly by: Person;
      readonly department: string | null;
      readonly people: readonly Person[];
    }
  | { readonly type: 'praiseTold'; readonly reach: 'chat' | 'thread' }
  | { readonly type: 'noted'; readonly by: Person; readonly note: string }
  | ({ readonly type: 'acquainted' } & Acquainted);
