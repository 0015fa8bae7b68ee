import { type Announcement } from '../../services/domain/dialogue/messages.ts';
import { local, member } from '../support/dialogue-facts.ts';
import { type Scene } from '../support/scenes.ts';

const NEWS = { to: [member('Bram')], by: null, post: null, before: null, after: null } as const;
const TEAM = [member('Bram'), member('Els')];

/** Each line that time brings, in a scene in which it comes. */
export const REMINDERS: readonly (readonly [Scene, Announcement])[] = [
  ['claimed', { ...NEWS, what: 'claim-reminder', until: local('11-24 11:22') }],
  ['refused', { ...NEWS, what: 'claim-reminder' }],
  ['expired', { ...NEWS, what: 'claim-expired', to: TEAM }],
  ['waiting', { ...NEWS, what: 'due-soon', to: TEAM }],
  ['claimed', { ...NEWS, what: 'due-soon' }],
  ['nobody', { ...NEWS, what: 'due-soon' }],
  ['drafted', { ...NEWS, what: 'due-soon', to: [member('Els')] }],
  ['late', { ...NEWS, what: 'due-late', to: TEAM }],
  ['claimed', { ...NEWS, what: 'due-late', to: TEAM }],
  ['closed', { ...NEWS, what: 'due-late', to: TEAM }],
  ['standBy', { ...NEWS, what: 'stand-by-unreached', to: [member('Els')] }],
];
