import type { Intake } from './form';

/** What each part of the intake form gets: the form, how to change it, and the fault of a field by its pointer. */
export interface Part {
  form: Intake;
  change: (part: Partial<Intake>) => void;
  fault: (pointer: string) => string | undefined;
}
