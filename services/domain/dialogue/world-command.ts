import { type Duration, type Instant } from '../instant.ts';
import { type Member, type Person } from '../people.ts';
import { type NetworkName, type Post } from '../post.ts';
import { type Unreachable } from './department-yes/messages.ts';
import { type Mode } from './dialogue.ts';
import { type DepartmentAnswered } from './handing-over/messages.ts';
import { type ListedCommand } from './listed/messages.ts';
import { type TogetherCommand } from './together/messages.ts';
import { type TeamNewsCommand } from './team-news.ts';

/** What the network and the clock bring. */
export type WorldCommand =
  | ListedCommand
  | TeamNewsCommand
  /** Somebody else (`handle`) passed a post of the citizen on, or (`copy`) wrote the same words. */
  | { readonly type: 'echo'; readonly of: string; readonly handle: string; readonly how?: 'copy' }
  | { readonly type: 'receive'; readonly dialogue: string; readonly mode: Mode; readonly post: Post }
  /** Somebody of the team wants to say something that answers nobody: a dialogue of its own. */
  | {
      readonly type: 'begin';
      readonly dialogue: string;
      readonly mode: Mode;
      readonly network: NetworkName;
      readonly account: string;
      readonly text: string;
      readonly writer: Member;
    }
  /** Somebody (`handle`) reacts to this own post, in a dialogue of their own. */
  | { readonly type: 'react'; readonly handle: string }
  /** Begin placing, or find out that it is too late. `recovery`: how long after the deadline the network is asked. */
  | { readonly type: 'attempt'; readonly recovery: Duration }
  | {
      readonly type: 'placed';
      readonly number: number;
      readonly id: string;
      readonly link: string | null;
      readonly at: Instant;
    }
  | { readonly type: 'refused'; readonly number: number; readonly reason: string; readonly detail: string }
  | { readonly type: 'unclear'; readonly number: number; readonly detail: string }
  | { readonly type: 'postpone'; readonly number: number; readonly until: Instant; readonly detail: string }
  | { readonly type: 'notFound'; readonly number: number }
  | { readonly type: 'removed'; readonly receipt: string }
  | { readonly type: 'removalRefused'; readonly receipt: string; readonly detail: string }
  | { readonly type: 'removalPostponed'; readonly receipt: string; readonly until: Instant }
  /** A post of an account of ours on the network, in answer to the citizen: by us, or by somebody on the network itself. */
  | {
      readonly type: 'foundOwn';
      readonly id: string;
      readonly account: string;
      readonly inReplyTo: string;
      readonly link: string | null;
      readonly at: Instant;
    }
  /** The network has other words of a post that we have. `edition`: as in `Post`. */
  | { readonly type: 'reread'; readonly post: string; readonly text: string; readonly edition: number }
  /** The network says that a post is no longer there. */
  | { readonly type: 'gone'; readonly post: string }
  /** Who stands by was told 1:1; null: there is no way to any of them. */
  | { readonly type: 'standByAnswered'; readonly who: Person | null }
  | DepartmentAnswered
  | TogetherCommand
  | Unreachable
  /** The coordinators know. */
  | { readonly type: 'threatTold' }
  /** Time has passed. */
  | { readonly type: 'elapse' };
