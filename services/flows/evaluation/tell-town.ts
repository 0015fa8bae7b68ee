import { type TownTalk, townTalk } from '../../domain/evaluation/town-talk.ts';
import { periodFigures } from '../../domain/figures/period-figures.ts';
import { type FiguresRequest } from '../../domain/figures/read-request.ts';
import { instructionTopics } from '../../domain/work-instruction/part-about.ts';
import { type World } from '../world.ts';

/** What goes on in each municipality; `place` null: where none is known. */
export interface Towns {
  readonly request: FiguresRequest;
  readonly towns: readonly { readonly place: string | null; readonly talk: TownTalk }[];
}

/** What goes on in town, from the counts of the days alone: two stretches are read, whatever the number of municipalities. */
export async function tellTown(world: World, request: FiguresRequest): Promise<Towns> {
  const { settings, calendar, clock, figures } = world;
  const { period, mode, municipality } = request;
  const [days, daysBefore] = await Promise.all([figures.days(period), figures.days(period.before)]);
  const known = new Set(instructionTopics(settings));
  const about = (of: typeof days, id: string | null, stretch: { from: string; until: string }) =>
    periodFigures(of, [], { mode, municipality: id, days: stretch, at: clock.now() }, (from, until) =>
      calendar.openHours(from, until),
    );
  const asked =
    municipality === null ? settings.municipalities : settings.municipalities.filter(({ id }) => id === municipality);
  const places = [
    ...asked.map(({ id, name }) => ({ id, place: name })),
    ...(municipality === null ? [{ id: null, place: null }] : []),
  ];
  return {
    request,
    towns: places.map(({ id, place }) => ({
      place,
      talk: townTalk(about(days, id, period), about(daysBefore, id, period.before), known),
    })),
  };
}
