import { hasRole, type Member } from '../people.ts';

/** `all`: what X costs and how long others keep us waiting too; `team`: what the team itself does. */
export type Sight = 'all' | 'team';

/** null: somebody whose role has nothing to do with figures. Figures about one person are for that person, whatever the role. */
export function sightOf(member: Member): Sight | null {
  if (hasRole(member, 'manager') || hasRole(member, 'coordinator')) return 'all';
  return isInTeam(member) ? 'team' : null;
}

/** Somebody who may have figures of their own. */
export function isInTeam(member: Member): boolean {
  return hasRole(member, 'webcare') || hasRole(member, 'approver') || hasRole(member, 'trainee');
}
