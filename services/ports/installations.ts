import { type Instant } from '../domain/instant.ts';

/** The channel that the cards go to. One per bot: the newest installation wins. */
export interface ChannelReference {
  readonly tenant: string;
  readonly serviceUrl: string;
  /** The bot's own id in Teams, `28:…`. */
  readonly bot: string;
  readonly team: string;
  readonly channel: string;
  readonly channelName: string;
  /** Why nothing can be posted there now, in a code; null when all is well. */
  readonly trouble: 'removed' | 'deleted' | 'renamed' | null;
  readonly updatedAt: Instant;
}

/** Somebody who can be reached in a 1:1 chat. */
export interface PersonReference {
  /** Sign-in name in lower case. */
  readonly email: string;
  readonly name: string;
  /** `29:…`, per bot. */
  readonly teamsId: string;
  readonly aadObjectId: string | null;
  readonly tenant: string;
  readonly serviceUrl: string;
  /** The 1:1 conversation; null when none was begun yet. */
  readonly conversation: string | null;
  readonly updatedAt: Instant;
}

/** What Teams told us about where the bot is installed. Events repeat: saving the same twice is harmless. */
export interface Installations {
  channel(): Promise<ChannelReference | null>;
  saveChannel(reference: ChannelReference): Promise<void>;
  person(email: string): Promise<PersonReference | null>;
  savePerson(reference: PersonReference): Promise<void>;
  forgetPerson(email: string): Promise<void>;
}
