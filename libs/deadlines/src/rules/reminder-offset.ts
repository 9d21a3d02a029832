/** One entry of `reminder_offsets`, read. */
export type ReminderOffset =
  | { readonly from: 'due'; readonly unit: 'm' | 'h' | 'd' | 'wd'; readonly amount: number }
  | { readonly from: 'trigger'; readonly unit: 'm' | 'h'; readonly amount: number };

const FROM_DUE = /^([+-]?\d+)(m|h|d|wd)$/;
const FROM_TRIGGER = /^T\+(\d+)(m|h)$/;

/**
 * Reads one offset: `-24h`, `-15m`, `-3d`, `-1wd` before the due time, `0h` at it, `+30m` after it; `T+2h` counts
 * from the trigger (a rule without a due time). Throws on anything else.
 */
export function parseOffset(text: string): ReminderOffset {
  const fromDue = FROM_DUE.exec(text);
  if (fromDue?.[1] && fromDue[2]) {
    return { from: 'due', unit: fromDue[2] as 'm' | 'h' | 'd' | 'wd', amount: Number(fromDue[1]) };
  }
  const fromTrigger = FROM_TRIGGER.exec(text);
  if (fromTrigger?.[1] && fromTrigger[2]) {
    return { from: 'trigger', unit: fromTrigger[2] as 'm' | 'h', amount: Number(fromTrigger[1]) };
  }
  throw new Error(`reminder offset cannot be read: "${text}"`);
}
