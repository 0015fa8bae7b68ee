import { type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { withNotice } from '../../cards/notice.ts';
import { rosterCard } from '../../cards/roster-card.ts';
import { changeText } from '../../cards/roster-change-line.ts';
import { absentForm, swapForm, undoForm } from '../../cards/roster-forms.ts';
import { pauseAnswer, teamRefusal } from '../../cards/team-answer.ts';
import { TEAM_INPUTS, type TeamVerb } from '../../cards/verbs.ts';
import { hasRole, type Member } from '../../services/domain/people.ts';
import { readAbsence, type ReadRequest, readSwap } from '../../services/domain/roster/read-roster-request.ts';
import { endOfChange } from '../../services/domain/roster/roster-change.ts';
import { actOnTeam } from '../../services/flows/act-on-team.ts';
import { deskNow, rosterViewNow } from '../../services/flows/roster-desk.ts';
import { answerCard, answerSentence } from '../answer.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { undoneText } from './typed-roster.ts';
import { turnAway } from './turn-away.ts';

const FIELD = z.string().max(200).default('');
/** What such a button brings, as hostile as any click's. */
const FIELDS = z.object({
  [TEAM_INPUTS.who]: FIELD,
  [TEAM_INPUTS.other]: FIELD,
  [TEAM_INPUTS.from]: FIELD,
  [TEAM_INPUTS.until]: FIELD,
  [TEAM_INPUTS.hours]: FIELD,
  [TEAM_INPUTS.return]: FIELD,
  [TEAM_INPUTS.change]: FIELD,
});

interface TeamClick {
  readonly parts: HandlerParts;
  readonly by: Member;
  readonly fields: z.infer<typeof FIELDS>;
  readonly operation: string;
}

/** A card takes the place of the one that was clicked, for who clicked alone; a sentence leaves what was typed where it is. */
type Answer = AdaptiveCard | string;

const HANDLE: Readonly<Record<TeamVerb, (click: TeamClick) => Answer | Promise<Answer>>> = {
  rosterShow: (click) => roster(click),
  rosterAbsentForm: ({ parts: { world, words }, by }) =>
    absentForm(about(by, world.settings.team), world.clock.now(), words),
  rosterSwapForm: ({ parts: { world, words }, by }) => {
    const { team } = world.settings;
    return swapForm(about(by, team), onRoster(team), world.clock.now(), words);
  },
  rosterUndoForm: (click) => {
    const view = rosterViewNow(click.parts.world);
    return view.changes.length === 0 ? roster(click) : undoForm(view, click.parts.words);
  },
  rosterAbsent: ({ fields: { who, from, until }, ...click }) =>
    change(click, readAbsence(`${who} van ${from}${until === '' ? '' : ` t/m ${until}`}`, desk(click))),
  rosterSwap: ({ fields, ...click }) => {
    const back = fields.return === '' ? '' : ` tegen ${fields.return}`;
    const asked = `${fields.who} ${fields.other} ${fields.from} ${fields.hours.trim()}`.trim() + back;
    return change(click, readSwap(asked, desk(click)));
  },
  rosterUndo: async ({ parts, by, operation, fields }) => {
    const { world, words } = parts;
    const before = await world.teamView.refresh();
    const change = before.roster.find(({ id }) => String(id) === fields.change);
    const command = { type: 'undoRoster', by, change: change?.id ?? 0 } as const;
    const { refusal } = await actOnTeam(world, command, { operation });
    const now = world.clock.now();
    const card = rosterCard(rosterViewNow(world), words);
    if (refusal !== null) return withNotice(card, teamRefusal(refusal, now, words));
    if (change === undefined) return card;
    return withNotice(card, undoneText(change, before.roster, now, words));
  },
  resumePlacing: async ({ parts: { world, words }, by, operation }) => {
    const { team, refusal } = await actOnTeam(world, { type: 'resumePlacing', by }, { operation });
    return refusal === null ? pauseAnswer(team.pause, words) : teamRefusal(refusal, world.clock.now(), words);
  },
};

/** A click on what is about no dialogue. Placing is also resumed by who is not in the team. */
export async function handleTeamClick(
  parts: HandlerParts,
  context: TurnContext,
  verb: TeamVerb,
  data: unknown,
): Promise<void> {
  const { world, words, people } = parts;
  const sender = await people.senderOf(context);
  const member = world.settings.team.find(({ email }) => email === sender.email);
  if (member === undefined && verb !== 'resumePlacing') return turnAway({ world, words }, context, 'unknown-person');
  const fields = FIELDS.safeParse(data);
  if (!fields.success) return turnAway({ world, words }, context, 'unreadable-form');
  const by = member ?? { ...sender, initials: null, roles: [] };
  const operation = operationOf(context.activity);
  const answer = await HANDLE[verb]({ parts, by, fields: fields.data, operation });
  await (typeof answer === 'string' ? answerSentence(context, answer) : answerCard(context, answer));
}

async function roster({ parts: { world, words } }: Pick<TeamClick, 'parts'>): Promise<AdaptiveCard> {
  await world.teamView.refresh();
  return rosterCard(rosterViewNow(world), words);
}

function desk({ parts, by }: Pick<TeamClick, 'parts' | 'by'>): ReturnType<typeof deskNow> {
  return deskNow(parts.world, by);
}

/** The roster as it became, with what was changed on top; a no leaves the form where it is. */
async function change({ parts, operation }: Omit<TeamClick, 'fields'>, request: ReadRequest): Promise<Answer> {
  const { world, words } = parts;
  const now = world.clock.now();
  if ('unread' in request) return teamRefusal(request.unread, now, words);
  const { team, refusal } = await actOnTeam(world, request.command, { operation });
  if (refusal !== null) return teamRefusal(refusal, now, words);
  const made = team.roster.at(-1);
  const card = rosterCard(rosterViewNow(world), words);
  return made === undefined ? card : withNotice(card, changeText(made, endOfChange(team.roster, made), now, words));
}

/** Whom somebody may change the roster of, who asks first. */
function about(by: Member, team: readonly Member[]): readonly Member[] {
  const others = hasRole(by, 'coordinator') ? onRoster(team).filter(({ email }) => email !== by.email) : [];
  return [by, ...others];
}

/** Who may stand on the roster: shifts go by initials. */
function onRoster(team: readonly Member[]): readonly Member[] {
  return team.filter(({ initials }) => initials !== null);
}
