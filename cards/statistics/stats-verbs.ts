import { type Mode } from '../../services/domain/dialogue/dialogue.ts';

/** The pictures that one can choose from; the first is shown when nothing was chosen. */
export const PICTURES = ['inflow', 'replyTime', 'onTime', 'load', 'topics'] as const;
export type PictureName = (typeof PICTURES)[number];

/** The buttons on cards with figures. */
export const STATS_VERBS = ['statsShow', 'statsOwn', 'statsExplain', 'statsExcel', 'statsCsv'] as const;
export type StatsVerb = (typeof STATS_VERBS)[number];

/** Those that ask for files. */
export type FilesVerb = 'statsExcel' | 'statsCsv';

export function asksFiles(verb: StatsVerb): verb is FilesVerb {
  return verb === 'statsExcel' || verb === 'statsCsv';
}

export function isStatsVerb(name: string): name is StatsVerb {
  return (STATS_VERBS as readonly string[]).includes(name);
}

/** What such a button brings along: which figures, never whose. Who clicks decides what is shown. */
export interface StatsData {
  /** As `periodCode` writes it. */
  readonly period: string;
  /** By id; null: all of them together. */
  readonly municipality: string | null;
  readonly mode: Mode;
  readonly picture: PictureName;
}
