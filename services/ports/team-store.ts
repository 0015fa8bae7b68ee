import { type TeamHappened } from '../domain/team/messages.ts';
import { type Team } from '../domain/team/team.ts';
import { type TeamLine } from '../domain/team/team-line.ts';

/** The team's state as it is stored, and the mark of this very version; null: nothing was stored yet. */
export interface StoredTeam {
  readonly team: Team;
  readonly etag: string | null;
}

/** One decision to be stored as a whole or not at all. */
export interface TeamChange {
  /** What was decided upon. */
  readonly before: StoredTeam;
  readonly after: Team;
  readonly events: readonly TeamHappened[];
  readonly lines: readonly TeamLine[];
  /** The click or activity that asked for it, stored once; null for what the bot does by itself. */
  readonly operation: string | null;
}

export type TeamCommitOutcome =
  | { readonly outcome: 'committed'; readonly stored: StoredTeam }
  /** Somebody else changed it first: load again and decide again. */
  | { readonly outcome: 'conflict' }
  /** This operation was stored before: nothing is to be done. */
  | { readonly outcome: 'repeated' };

/** A message that still has to be sent. */
export interface PendingTeamLine {
  readonly key: string;
  readonly line: TeamLine;
}

/** The team's own state. There is one, for all instances; its history is kept whole. */
export interface TeamStore {
  load(): Promise<StoredTeam>;
  commit(change: TeamChange): Promise<TeamCommitOutcome>;
  /** Whether this operation was stored before: then a refusal of it is only its echo. */
  wasDone(operation: string): Promise<boolean>;
  /** Oldest first. */
  history(): Promise<readonly TeamHappened[]>;
  /** Messages that were stored and not sent yet, oldest first. */
  lines(): Promise<readonly PendingTeamLine[]>;
  /** Harmless when it was told before. */
  lineSent(key: string): Promise<void>;
}
