import {
  type Activity,
  type ChannelInfo,
  type TeamInfo,
  TeamsInfo,
  type TenantInfo,
  type TurnContext,
} from 'botbuilder';
import { type Member } from '../services/domain/people.ts';
import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type Clock } from '../services/ports/clock.ts';
import { MINUTE } from '../services/domain/instant.ts';
import { signInName } from './members.ts';
import { isTrustedService } from './trust.ts';

/** How long a looked-up person is believed to be who they were. */
const FRESH = 30 * MINUTE;

export interface Allowed {
  readonly local: boolean;
  readonly tenant: string | null;
  readonly team: string | null;
}

/** What Teams puts beside an activity; every part may be missing. */
export interface TeamsData {
  readonly tenant?: TenantInfo;
  readonly team?: TeamInfo;
  readonly channel?: ChannelInfo;
  readonly eventType?: string;
}

export function teamsData(activity: Activity): TeamsData {
  return (activity.channelData ?? {}) as TeamsData;
}

export function tenantOf(activity: Activity): string {
  return teamsData(activity).tenant?.id ?? activity.conversation.tenantId ?? '';
}

/** Why an activity is not ours to act on, as a code for the log; null when it is. The SDK checks none of this. */
export function whyNot(activity: Activity, allowed: Allowed): string | null {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!isTrustedService(activity.serviceUrl, allowed.local)) return 'service-url';
  if (!(activity.from as { id?: string } | undefined)?.id) return 'sender';
  if (allowed.tenant !== null && tenantOf(activity) !== allowed.tenant) return 'tenant';
  const { team } = teamsData(activity);
  // A channel belongs to a team, also when it is not named; a chat does not.
  const ofTeam = team !== undefined || activity.conversation.conversationType === 'channel';
  if (allowed.team === null || !ofTeam) return null;
  return team?.id === allowed.team || team?.aadGroupId === allowed.team ? null : 'team';
}

/** A click or message by its own name: a second delivery of it has the same one. */
export function operationOf({ conversation, id, replyToId }: Activity): string {
  return `${conversation.id}|${id ?? replyToId ?? ''}`;
}

/** Looks people up in Teams by who sent an activity, and in `webcare.yml` by their sign-in name. */
export class People {
  private readonly known = new Map<string, { readonly email: string; readonly name: string; readonly at: number }>();
  private readonly settings: Settings;
  private readonly clock: Clock;

  constructor(settings: Settings, clock: Clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Sign-in name and name of who sent this; the look-up asks Teams, not the activity, which a client could colour. */
  async senderOf(context: TurnContext): Promise<{ readonly email: string; readonly name: string }> {
    const { id } = context.activity.from;
    const known = this.known.get(id);
    if (known && this.clock.now() - known.at < FRESH) return known;
    const member = await TeamsInfo.getMember(context, id);
    const person = { email: signInName(member), name: member.name, at: this.clock.now() };
    this.known.set(id, person);
    return person;
  }

  /** The person of the webcare team; null for everybody else. */
  async memberOf(context: TurnContext): Promise<Member | null> {
    const { email } = await this.senderOf(context);
    return this.settings.team.find((member) => member.email === email) ?? null;
  }
}
