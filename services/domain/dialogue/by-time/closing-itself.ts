import { type TimeRule } from './time-rule.ts';

/** An answered dialogue to which nothing more comes is closed after some opening days. */
export const closingItself: TimeRule = {
  next: ({ stage }) => (stage.name === 'answered' ? stage.closesAt : null),
  then: () => [{ type: 'closedItself' }],
};
