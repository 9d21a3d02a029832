export interface ProgramMutant {
  name: string;
  file: string;
  spec: string | string[];
}
export const PROGRAM_MUTANTS: ProgramMutant[];
export function edited(mutant: ProgramMutant, read: (file: string) => string): Map<string, string>;
