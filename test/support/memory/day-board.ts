import { type Day } from '../../../services/domain/overview/day.ts';
import { type DayBoard } from '../../../services/ports/day-board.ts';

/** A message with the day card, and every form that it had, newest last. */
export interface DayMessage {
  readonly days: Day[];
  gone: boolean;
}

export interface MemoryDayBoard extends DayBoard {
  readonly messages: readonly DayMessage[];
}

export function createMemoryDayBoard(): MemoryDayBoard {
  const messages: DayMessage[] = [];
  return {
    messages,
    post(day) {
      const number = messages.push({ days: [day], gone: false });
      return Promise.resolve({ thread: `19:webcare;messageid=day-${number}`, activity: `day-${number}` });
    },
    update({ activity }, day) {
      const message = messages[Number(activity.slice(4)) - 1];
      if (message === undefined || message.gone) return Promise.resolve('gone');
      message.days.push(day);
      return Promise.resolve('updated');
    },
  };
}
