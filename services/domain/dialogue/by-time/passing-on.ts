import { type TimeRule } from './time-rule.ts';

/** A compliment is passed on by `services/flows/pass-on.ts` as soon as Teams takes it. */
export const passingOn: TimeRule = {
  next({ praise }) {
    return praise?.reach === null ? praise.at : null;
  },
  then: null,
};
