/** One guard of the database, taken away or weakened. */
export interface Mutant {
  name: string;
  sql: string;
  /** Where it must show; none: it may show at any table. */
  table?: string;
  /** Tables at one of which it must show, where it is about more than one. */
  tables?: ReadonlySet<string>;
  /** The command that a policy is for, or `ALL`. */
  command?: string;
  /** The trigger that is gone, as `frozen.ts` names it. */
  trigger?: string;
  /** The same of a constraint. */
  constraint?: string;
  /** Nothing to try: the page and the catalog differ, or it survives. */
  catalog?: true;
  /** A function that other tests may miss, where no row shows it. */
  of?: string;
}
