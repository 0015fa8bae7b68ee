import { adviceFor } from './did-you-mean.ts';
import { DEFAULTS, DEFAULT_KINDS } from './defaults.ts';
import { duplicates } from './duplicates.ts';
import { parseDuration } from './durations.ts';
import { pollInFile } from './schema-worth.ts';
import { below, each, texts, type Issue, type Spot } from './spots.ts';

/**
 * What must hold between settings. Works on the file as it stands, so that these problems are told together with those
 * of single values; a value of the wrong form is passed over, since that is told already.
 */
export function crossChecks(file: Spot): readonly Issue[] {
  const at = (...steps: readonly string[]): Spot => below(file, ...steps);
  const of = (list: string, name: string): readonly Spot[] => each(at(list)).map((item) => below(item, name));
  const words = (spots: readonly Spot[]): readonly string[] => texts(spots).map(({ value }) => value);

  const municipalities = words(of('municipalities', 'id'));
  const departments = words(of('departments', 'name'));
  const initials = words(of('team', 'initials'));
  const kinds = each(at('instruction', 'kinds'));
  const kindNames = kinds.length === 0 ? Object.keys(DEFAULT_KINDS) : kinds.map(({ path }) => String(path.at(-1)));
  const onRoster = each(at('roster')).flatMap(each).flatMap(each);

  return [
    ...duplicates(file),
    ...unknown(
      ['accounts', 'watch', 'departments', 'answers'].flatMap((list) => of(list, 'municipality')),
      municipalities,
      'the id of a municipality',
    ),
    ...unknown(onRoster, initials, 'the initials of somebody in the team'),
    ...unknown(
      kinds.map((kind) => below(kind, 'ask')),
      departments,
      'the name of a department',
    ),
    ...unknown(each(at('instruction', 'approvalTopics')), ['approver', ...departments], 'a department, nor approver'),
    ...each(at('watch')).flatMap((watch) => replyAccount(watch, each(at('accounts')))),
    ...ourAccount(at('x', 'appOwner'), 'x', each(at('accounts'))),
    ...each(at('team')).flatMap(withoutInitials),
    ...retentionOf(each(at('retention')), [...kindNames, 'unasked']),
    ...claimTimes(at('instruction', 'claim')),
    ...pollInFile(file),
  ];
}

function unknown(spots: readonly Spot[], known: readonly string[], what: string): readonly Issue[] {
  return texts(spots)
    .filter(({ value }) => !known.includes(value))
    .map(({ path, value }) => ({ path, says: `"${value}" is not ${what}${adviceFor(value, known)}` }));
}

function replyAccount(watch: Spot, accounts: readonly Spot[]): readonly Issue[] {
  const network = below(watch, 'network').value;
  return typeof network === 'string' ? ourAccount(below(watch, 'replyFrom'), network, accounts) : [];
}

function ourAccount(spot: Spot, network: string, accounts: readonly Spot[]): readonly Issue[] {
  const ours = accounts.filter((account) => below(account, 'network').value === network);
  const handles = texts(ours.map((account) => below(account, 'handle'))).map(({ value }) => value);
  return unknown([spot], handles, `one of our accounts on ${network}`);
}

/** Whose texts may be placed needs a signature. */
const SIGNERS: readonly unknown[] = ['webcare', 'approver', 'trainee'];

function withoutInitials(member: Spot): readonly Issue[] {
  const spot = below(member, 'initials');
  const role = texts(each(below(member, 'roles'))).find(({ value }) => SIGNERS.includes(value));
  if (spot.value !== undefined || role === undefined) return [];
  return [{ path: spot.path, says: `is missing; who has the role ${role.value} signs replies: write their initials` }];
}

function retentionOf(spots: readonly Spot[], kinds: readonly string[]): readonly Issue[] {
  return spots.flatMap(({ path }) => {
    const name = String(path.at(-1));
    return kinds.includes(name) ? [] : [{ path, says: `"${name}" is not a kind of message${adviceFor(name, kinds)}` }];
  });
}

function claimTimes(claim: Spot): readonly Issue[] {
  const [remind, release] = (['remindAfter', 'releaseAfter'] as const).map((name) => {
    const { path, value = DEFAULTS.claim[name] } = below(claim, name);
    return { path, time: typeof value === 'string' ? parseDuration(value) : null };
  });
  if (remind?.time == null || release?.time == null || release.time > remind.time) return [];
  return [{ path: release.path, says: 'must be longer than remindAfter: the reminder comes first' }];
}
