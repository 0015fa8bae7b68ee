import { endOfChange, type RosterChange } from '../../services/domain/roster/roster-change.ts';
import {
  readAbsence,
  readBack,
  type ReadRequest,
  type RosterDesk,
  readSwap,
} from '../../services/domain/roster/read-roster-request.ts';
import { actOnTeam } from '../../services/flows/act-on-team.ts';
import { deskNow, rosterViewNow } from '../../services/flows/roster-desk.ts';
import { rosterCard } from '../../cards/roster-card.ts';
import { type Words } from '../../cards/words.ts';
import { changeText } from '../../cards/roster-change-line.ts';
import { rosterAnswer, teamRefusal } from '../../cards/team-answer.ts';
import { attachCard } from '../answer.ts';
import { operationOf } from '../turn.ts';
import { type Typing } from '../typed-command.ts';

/** This week and next. */
export async function showRoster({ parts: { world, words }, context }: Typing): Promise<void> {
  await world.teamView.refresh();
  await context.sendActivity(attachCard(rosterCard(rosterViewNow(world), words)));
}

export const typedAbsence = changesRoster(readAbsence);
export const typedBack = changesRoster(readBack);
export const typedSwap = changesRoster(readSwap);

/** Reads what was typed, does it, and answers with what was changed and the way back. */
function changesRoster(read: (text: string, desk: RosterDesk) => ReadRequest): (typing: Typing) => Promise<void> {
  return async ({ parts: { world, words }, context, by, rest }) => {
    const now = world.clock.now();
    const request = read(rest, deskNow(world, by));
    if ('unread' in request) {
      await context.sendActivity(teamRefusal(request.unread, now, words));
      return;
    }
    const acted = await actOnTeam(world, request.command, { operation: operationOf(context.activity) });
    const change = acted.team.roster.at(-1);
    if (acted.refusal !== null) await context.sendActivity(teamRefusal(acted.refusal, now, words));
    else if (change !== undefined) await context.sendActivity(attachCard(rosterAnswer(change, acted.team, now, words)));
  };
}

/** Takes back what who types recorded last. */
export async function typedUndo({ parts: { world, words }, context, by }: Typing): Promise<void> {
  const { roster } = await world.teamView.refresh();
  const last = roster.findLast((change) => change.by.email === by.email);
  const operation = operationOf(context.activity);
  const { refusal } = await actOnTeam(world, { type: 'undoRoster', by, change: last?.id ?? 0 }, { operation });
  const now = world.clock.now();
  await context.sendActivity(
    refusal !== null || last === undefined
      ? teamRefusal(refusal ?? { code: 'change-gone' }, now, words)
      : undoneText(last, roster, now, words),
  );
}

/** What no longer holds. */
export function undoneText(change: RosterChange, roster: readonly RosterChange[], now: number, words: Words): string {
  return words.say('roster.undone', { change: changeText(change, endOfChange(roster, change), now, words) });
}
