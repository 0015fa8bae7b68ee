import { z } from 'zod/v4';
import { type Settings } from '../../domain/work-instruction/instruction.ts';
import { DEFAULT_RETENTION } from './defaults.ts';
import { group, listOf, named } from './groups.ts';
import { date, dollars, duration, email, flag, handle, id, network, timezone, wholeNumber, words } from './scalars.ts';
import { instructionSchema } from './schema-instruction.ts';
import { worthSchema } from './schema-worth.ts';
import { hoursSchema, memberSchema, personSchema, rosterSchema, standBySchema } from './schema-organisation.ts';

const municipality = id.nullable().default(null);

const municipalitySchema = group({
  id,
  name: words('a name'),
  places: listOf(words('the name of a place'), 'names of places').default([]),
});

const watchSchema = group({
  name: words('a name'),
  network,
  municipality,
  any: listOf(words('a word to look for'), 'words to look for').min(1, { error: 'a list with at least one word' }),
  none: listOf(words('a word'), 'words').default([]),
  replyFrom: handle,
});

const departmentSchema = group({
  name: words('a name'),
  municipality,
  topics: listOf(words('a topic'), 'topics').default([]),
  phone: words('a telephone number in quotes').nullable().default(null),
  channel: words('the name of a channel').optional(),
  referral: words('a sentence').nullable().default(null),
  people: listOf(personSchema, 'people').default([]),
});

const answerSchema = group({
  id,
  topic: words('a topic'),
  municipality,
  approved: flag.default(false),
  text: words('a text'),
  source: words('a link or the name of a source').nullable().default(null),
  owner: email.nullable().default(null),
  check: date.nullable().default(null),
});

/** The whole of `webcare.yml`. What holds between settings is in `cross-checks.ts`. */
export const settingsSchema: z.ZodType<Settings> = group({
  organisation: words('the name of the organisation'),
  language: z.enum(['nl', 'en'], { error: 'a language of the bot' }).default('nl'),
  timezone: timezone.default('Europe/Amsterdam'),
  teams: group({ channel: words('the name of a channel').default('General') }).prefault({}),
  hours: hoursSchema,
  municipalities: listOf(municipalitySchema, 'municipalities').default([]),
  accounts: listOf(group({ network, handle, municipality }), 'accounts').default([]),
  watch: listOf(watchSchema, 'things to listen for').default([]),
  team: listOf(memberSchema, 'people').min(1, { error: 'a list with at least one person' }),
  roster: rosterSchema.default({}),
  standby: listOf(standBySchema, 'people').default([]),
  departments: listOf(departmentSchema, 'departments').default([]),
  instruction: instructionSchema.prefault({}),
  answers: listOf(answerSchema, 'standing answers').default([]),
  ownNumbers: listOf(words('a telephone number in quotes'), 'telephone numbers').default([]),
  x: group({
    plan: z.enum(['self-serve', 'enterprise'], { error: 'a plan at X' }).default('self-serve'),
    monthly: dollars.nullable().default(null),
    appOwner: handle.nullable().default(null),
    deleted: z.enum(['remove', 'keep'], { error: 'what to do with deleted posts' }).default('remove'),
    recheck: wholeNumber('a whole number of days from 0 to 30', 0, 30).default(30),
  }).prefault({}),
  worth: worthSchema.nullable().default(null),
  retention: named(duration, 'lengths of time')
    .default({})
    .transform((kept) => ({ ...DEFAULT_RETENTION, ...kept })),
});
