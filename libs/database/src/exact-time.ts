/**
 * SQL that writes a moment in UTC to the microsecond, as PostgreSQL keeps it. For the mark at which a list goes on: a
 * program's dates are cut to milliseconds, and what lies in the same one would be left out, or shown for ever.
 */
export const exactTime = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
