import { z } from 'zod/v4';
import { BUSY_INPUTS, type BusyVerb } from '../cards/busy/busy-verbs.ts';
import { type BusyCommand } from '../services/domain/busy/messages.ts';
import { type Member, type Person } from '../services/domain/people.ts';

/** What a click on a card about a storm brings along, as hostile as any. `topic` not there: any; null: without a topic. */
export const BUSY_CLICK = z.object({
  storm: z.string().min(1).max(100),
  practice: z.boolean(),
  topic: z.string().max(200).nullable().optional(),
  text: z.string().max(100).default(''),
  hash: z.string().max(100).default(''),
  form: z
    .string()
    .regex(/^[\w-]{10,64}$/)
    .optional(),
  [BUSY_INPUTS.template]: z.string().max(20_000).default(''),
  [BUSY_INPUTS.municipality]: z.string().max(200).default(''),
  [BUSY_INPUTS.remark]: z.string().max(20_000).default(''),
});
export type BusyClick = z.infer<typeof BUSY_CLICK>;

/** The buttons that ask one thing of the storm; the others have flows of their own. */
export type PlainBusyVerb = Exclude<BusyVerb, 'takeNext' | 'writeMany' | 'submitMany'>;

/** Who clicks, who is on duty, and the name that a new storm would get. */
interface Around {
  readonly by: Member;
  readonly onDuty: readonly Person[];
  readonly id: string;
}

/** What each button asks, from what it brings along. */
export const BUSY_COMMAND_OF = {
  busyOn: ({ practice }, { by, id }) => ({ type: 'switchBusyOn', id, practice, by }),
  busyOff: ({ practice }, { by }) => ({ type: 'switchBusyOff', practice, by }),
  callForHelp: ({ storm }, { by, onDuty }) => ({ type: 'callForHelp', storm, by, onDuty }),
  helpYes: ({ storm }, { by }) => ({ type: 'answerCall', storm, by, helps: true }),
  helpNo: ({ storm }, { by }) => ({ type: 'answerCall', storm, by, helps: false }),
  approveMany: ({ storm, text, hash }, { by }) => ({ type: 'approveMany', storm, text, fingerprint: hash, by }),
  sendBackMany: ({ storm, text, manyRemark }, { by }) => ({
    type: 'sendBackMany',
    storm,
    text,
    remark: manyRemark,
    by,
  }),
  stopMany: ({ storm, text }, { by }) => ({ type: 'stopMany', storm, text, by }),
} as const satisfies Record<PlainBusyVerb, (click: BusyClick, around: Around) => BusyCommand>;
