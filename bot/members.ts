import { type TeamsChannelAccount } from 'botbuilder';
import { type Clock } from '../services/ports/clock.ts';
import { type Installations } from '../services/ports/installations.ts';
import { MINUTE } from '../services/domain/instant.ts';
import { type Connector } from './connector.ts';

/** A team's list of members is asked for again after this; a person who just joined is looked up at once. */
const FRESH = 30 * MINUTE;

/** Who is who in Teams: sign-in names to the ids that a mention needs. A cache over the connector, never the truth. */
export class Members {
  private list: { readonly at: number; readonly byEmail: ReadonlyMap<string, TeamsChannelAccount> } | null = null;
  private readonly connector: Connector;
  private readonly installations: Installations;
  private readonly clock: Clock;

  constructor(connector: Connector, installations: Installations, clock: Clock) {
    this.connector = connector;
    this.installations = installations;
    this.clock = clock;
  }

  /** The Teams id of a person in the team; null when they are not in it: then they are named, not mentioned. */
  async idOf(email: string): Promise<string | null> {
    return (await this.find(email))?.id ?? null;
  }

  /** Somebody in the team, by sign-in name in whatever case. */
  async find(email: string): Promise<TeamsChannelAccount | null> {
    const name = email.toLowerCase();
    return (await this.team(FRESH)).get(name) ?? (await this.team(MINUTE)).get(name) ?? null;
  }

  private async team(freshFor: number): Promise<ReadonlyMap<string, TeamsChannelAccount>> {
    const now = this.clock.now();
    if (this.list !== null && now - this.list.at < freshFor) return this.list.byEmail;
    const channel = await this.installations.channel();
    if (channel === null) return new Map();
    const members = await this.connector.members(channel.serviceUrl, channel.channel);
    this.list = { at: now, byEmail: new Map(members.map((member) => [signInName(member), member])) };
    return this.list.byEmail;
  }
}

/** The key of a person: what they sign in with, in lower case. Guests have it in `userPrincipalName` in another form. */
export function signInName(member: Partial<TeamsChannelAccount>): string {
  return (member.userPrincipalName ?? member.email ?? '').toLowerCase();
}
