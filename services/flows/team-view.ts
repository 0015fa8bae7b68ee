import { NEW_TEAM, type Team } from '../domain/team/team.ts';
import { type StoredTeam, type TeamStore } from '../ports/team-store.ts';

/**
 * The team's state as this instance knows it: read every few seconds, and at once after what this instance did itself. Who
 * must know it to the second asks `refresh` first.
 */
export class TeamView {
  private readonly store: TeamStore;
  private team: Team = NEW_TEAM;
  /** Version up to which no message waits: it is not asked again and again. */
  sentUpTo = -1;

  constructor(store: TeamStore) {
    this.store = store;
  }

  get now(): Team {
    return this.team;
  }

  async refresh(): Promise<Team> {
    this.saw(await this.store.load());
    return this.team;
  }

  /** Two readings at once may come in the wrong order: an older one is passed by. */
  saw({ team }: StoredTeam): void {
    if (team.version >= this.team.version) this.team = team;
  }
}
