/**
 * Where a sealed value lives, as the text that is authenticated with it. The separator may not occur in a
 * part, or two different places could read the same.
 */
export function fieldPlace(field: string, rowId: string, caseId: string, keyVersion: number): string {
  const [table, column, ...rest] = field.split('.');
  if (!table || !column || rest.length > 0)
    throw new Error(`A sealed field is named table.column, not "${field}".`);
  return joined(['v1', table, column, rowId, caseId, String(keyVersion)]);
}

/** Where a wrapped case key lives. The ledger reference is part of it, so that two cases cannot swap theirs. */
export function keyPlace(caseId: string, ledgerRef: string, keyVersion: number): string {
  return joined(['v1', 'case_key', 'wrapped', ledgerRef, caseId, String(keyVersion)]);
}

function joined(parts: string[]): string {
  for (const part of parts) {
    if (part === '' || part.includes('|'))
      throw new Error('A part of a sealed place is empty or contains "|".');
  }
  return parts.join('|');
}
