/** A topic rises when so many came, at least so many times what came before: fewer may be chance. */
export const RISING = { from: 5, times: 2 };

export function isRising(now: number, before: number): boolean {
  return now >= RISING.from && now >= RISING.times * before;
}
