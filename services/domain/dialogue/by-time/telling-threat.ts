import { type TimeRule } from './time-rule.ts';

/** A threat is told to the coordinator at once, whatever the hour: who set it aside is at work. Once per dialogue. */
export const tellingThreat: TimeRule = {
  next: ({ threat }) => (threat?.told === false ? threat.at : null),
  then: null,
};
