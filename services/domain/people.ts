/** Anybody in the organisation. `email` is the sign-in name in Teams, in lower case: the key of a person. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/**
 * webcare: claims, writes and places. approver: is also the second pair of eyes. trainee: writes, never places
 * without approval. coordinator: hears what the team cannot solve. manager: sees figures.
 */
export type Role = 'webcare' | 'approver' | 'trainee' | 'coordinator' | 'manager';

/** A person of the webcare team, as `webcare.yml` names them. */
export interface Member extends Person {
  /** Stands under a reply as `^AB`; null for who never replies. */
  readonly initials: string | null;
  readonly roles: readonly Role[];
}

export function hasRole(member: Member, role: Role): boolean {
  return member.roles.includes(role);
}
