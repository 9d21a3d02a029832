import type { FieldFault } from './problem';

/** `/victims/0/sex` -> `f-victims-0-sex`: the id of the element that a JSON pointer names. */
export const fieldId = (pointer: string): string => `f${pointer.replaceAll('/', '-')}`;

/**
 * The fault for a field: of the field itself or of anything inside it (`/violenceTypes/2` belongs to the chips of
 * `/violenceTypes`).
 */
export function faultOf(faults: readonly FieldFault[], pointer: string): FieldFault | undefined {
  return (
    faults.find((fault) => fault.pointer === pointer) ??
    faults.find((fault) => fault.pointer.startsWith(`${pointer}/`))
  );
}
