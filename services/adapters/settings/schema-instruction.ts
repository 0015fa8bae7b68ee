import { z } from 'zod/v4';
import { WHEN } from '../../domain/dialogue/promises/promise.ts';
import { type Instruction } from '../../domain/work-instruction/instruction.ts';
import { DEFAULTS, DEFAULT_KINDS } from './defaults.ts';
import { group, listOf, named } from './groups.ts';
import { duration, flag, wholeDays, wholeNumber, words } from './scalars.ts';

const kindRule = group({
  respond: z.union([flag, z.literal('may')], { error: 'true, may or false' }).default(true),
  approval: flag.default(false),
  ask: words('the name of a department').nullable().default(null),
  within: duration.nullable().default(null),
  outsideHours: flag.default(false),
});

const { claim, answer, question, busy } = DEFAULTS;

const PERCENTAGE = 'a percentage from 1 to 100';
const POSTS = 'a whole number of posts, at least 2';

/** The chapter `instruction`. `close.after` comes out as `closeAfterDays`. */
export const instructionSchema = group({
  claim: group({
    remindAfter: duration.prefault(claim.remindAfter),
    releaseAfter: duration.prefault(claim.releaseAfter),
  }).prefault({}),
  answer: group({
    within: duration.prefault(answer.within),
    goal: wholeNumber(PERCENTAGE, 1, 100).default(answer.goal),
  }).prefault({}),
  question: group({
    within: duration.prefault(question.within),
    before: duration.prefault(question.before),
  }).prefault({}),
  undo: duration.prefault(DEFAULTS.undo),
  close: group({ after: wholeDays.prefault(DEFAULTS.close.after) }).prefault({}),
  busy: group({
    from: wholeNumber(POSTS, 2, 100_000).default(busy.from),
    per: duration.prefault(busy.per),
    never: listOf(words('a word'), 'words').prefault([...busy.never]),
  }).prefault({}),
  kinds: named(kindRule, 'kinds of message').prefault(DEFAULT_KINDS),
  approvalTopics: named(words('a department, or approver'), 'topics').prefault(DEFAULTS.approvalTopics),
  noReplyReasons: listOf(words('a reason'), 'reasons')
    .min(1, { error: 'a list with at least one reason' })
    .prefault([...DEFAULTS.noReplyReasons]),
  holdingReply: words('a text')
    .refine((text) => text.includes(WHEN), { error: `a text with ${WHEN} in it, where the promised moment comes` })
    .default(DEFAULTS.holdingReply),
  text: words('a text').default(DEFAULTS.text),
}).transform(({ close, ...rest }): Instruction => ({ ...rest, closeAfterDays: close.after }));
