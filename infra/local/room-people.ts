import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { type RoomPerson } from './room/people.ts';

/**
 * Whom one can be in the room: the webcare team, and the colleagues of the departments, who are not in the team.
 * The second of those has no app for oneself, so that a team sees how asking such a colleague goes.
 */
export function roomPeople(settings: Settings): readonly RoomPerson[] {
  const team = new Map(settings.team.map((member) => [member.email, member]));
  const colleagues = new Map(
    settings.departments
      .flatMap((department) => department.people)
      .filter((person) => !team.has(person.email))
      .map((person) => [person.email, person]),
  );
  return [
    ...[...team.values()].map(({ name, email }) => ({ name, email, inTeam: true, hasApp: true })),
    ...[...colleagues.values()].map(({ name, email }, index) => ({ name, email, inTeam: false, hasApp: index !== 1 })),
  ];
}
