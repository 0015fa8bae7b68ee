import { type Happened } from '../domain/dialogue/messages.ts';
import { contactRows, type ContactRow } from '../domain/figures/contact-rows.ts';
import { type FiguresRequest } from '../domain/figures/read-request.ts';
import { type Report } from '../domain/figures/report.ts';
import { reportFigures } from './report-figures.ts';
import { type World } from './world.ts';

/** Histories that are read at the same time. */
const AT_ONCE = 8;

/** The report of a period and the contacts that it counts, one read per dialogue. */
export async function exportFigures(
  world: World,
  { period, mode, municipality }: FiguresRequest,
): Promise<{ readonly report: Report; readonly contacts: readonly ContactRow[] }> {
  const report = await reportFigures(world, period, { mode, municipality });
  const histories = await readAll(await world.figures.dialogues(period), (id) => world.store.history(id));
  const about = { mode, days: period, at: report.at, ...(municipality === null ? {} : { municipality }) };
  return { report, contacts: contactRows(histories, about, world.calendar) };
}

async function readAll(
  ids: readonly string[],
  read: (id: string) => Promise<readonly Happened[]>,
): Promise<readonly (readonly Happened[])[]> {
  const histories: (readonly Happened[])[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    histories.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map(read))));
  return histories;
}
