import { pauseAnswer, teamRefusal } from '../../cards/team-answer.ts';
import { type PauseCommand } from '../../services/domain/team/placing-pause.ts';
import { actOnTeam } from '../../services/flows/act-on-team.ts';
import { attachCard } from '../answer.ts';
import { operationOf } from '../turn.ts';
import { type Typing } from '../typed-command.ts';

export const typedPause = changesPause(({ by, rest }) => ({ type: 'pausePlacing', by, reason: rest }));
export const typedResume = changesPause(({ by }) => ({ type: 'resumePlacing', by }));

/** Sets or lifts the pause, and answers how it is now; everybody else hears it in the channel. */
function changesPause(asked: (typing: Typing) => PauseCommand): (typing: Typing) => Promise<void> {
  return async (typing) => {
    const { parts, context } = typing;
    const { world, words } = parts;
    const operation = operationOf(context.activity);
    const { team, refusal } = await actOnTeam(world, asked(typing), { operation });
    await context.sendActivity(
      refusal === null ? attachCard(pauseAnswer(team.pause, words)) : teamRefusal(refusal, world.clock.now(), words),
    );
  };
}
