import { z } from 'zod/v4';
import { PICTURES } from '../cards/statistics/stats-verbs.ts';

/** What a button on a card with figures brings along, as hostile as any: which figures, never whose. */
export const STATS_CLICK = z.object({
  period: z.string().min(1).max(40),
  municipality: z.string().max(100).nullable(),
  mode: z.enum(['listening', 'practice', 'live']),
  picture: z.enum(PICTURES),
});
/** What comes back with the yes to an offered file, as hostile as any. */
export const FILE_CONTEXT = STATS_CLICK.omit({ picture: true }).extend({
  file: z.enum(['workbook', 'figures', 'contacts']),
});
export type FiguresFile = z.infer<typeof FILE_CONTEXT>['file'];

export type StatsClick = z.infer<typeof STATS_CLICK>;
