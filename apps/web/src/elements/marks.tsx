/** Two letters that stand for an agency: the initials of its name, a tint by kind, always beside the written name. */
export function AgencyMark({ name }: { name: string }) {
  return (
    <span className={`mark k${tint(name)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function Avatar({ name, tone, small }: { name: string; tone?: 'other' | 'system'; small?: boolean }) {
  return (
    <span className={`avatar ${tone ?? ''} ${small ? 'sm' : ''}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name
    .split(/[\s\-–/]+/)
    .filter((word) => /^[\p{L}\d]/u.test(word) && !/^(dan|dari|of|the)$/i.test(word));
  const [first, second] = words;
  if (!first) return '?';
  return ((first[0] ?? '') + (second?.[0] ?? first[1] ?? '')).toUpperCase();
}

function tint(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return sum % 5;
}

/** The product's mark: three rings that hold each other. */
export function Knot({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" strokeWidth="2.3" aria-hidden="true">
      <circle cx="12" cy="6.9" r="4.1" stroke="#1E4876" />
      <circle cx="6.7" cy="16.3" r="4.1" stroke="#1E4876" />
      <circle cx="17.3" cy="16.3" r="4.1" stroke="#B7782B" />
    </svg>
  );
}
