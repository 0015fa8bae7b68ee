import { objectId, personId, ROOM_TENANT } from './identity.ts';

/** Somebody whom the person at the room can be. */
export interface RoomPerson {
  readonly name: string;
  /** The sign-in name in Teams; capitals do not matter. */
  readonly email: string;
  /** Member of the team: sees its channels, and the bot may start a 1:1 chat. */
  readonly inTeam: boolean;
  /** Has the app for oneself: has a 1:1 chat with the bot from the start. */
  readonly hasApp: boolean;
}

/** A person as the connector's member routes describe one. */
export interface MemberAccount {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
}

/** Everybody in the room, found by sign-in name or by either of their ids. */
export class People {
  readonly all: readonly RoomPerson[];

  constructor(people: readonly RoomPerson[]) {
    this.all = people.map((person) => ({ ...person, email: person.email.toLowerCase() }));
  }

  get team(): readonly RoomPerson[] {
    return this.all.filter((person) => person.inTeam);
  }

  byEmail(email: string): RoomPerson | null {
    return this.all.find((person) => person.email === email.toLowerCase()) ?? null;
  }

  /** By `29:` id or by Entra object id. */
  byId(id: string): RoomPerson | null {
    return this.all.find((person) => personId(person.email) === id || objectId(person.email) === id) ?? null;
  }
}

/** A person in the words of the connector. */
export function asMember(person: RoomPerson): MemberAccount {
  return {
    id: personId(person.email),
    name: person.name,
    aadObjectId: objectId(person.email),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: ROOM_TENANT,
  };
}
