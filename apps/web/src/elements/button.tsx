import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'pri' | 'plain' | 'quiet';
  large?: boolean;
  wide?: boolean;
  /** Being sent: shows it and ignores clicks, but keeps the focus. */
  busy?: boolean;
  icon?: ReactNode;
}

export function Button({ kind = 'plain', large, wide, busy, icon, children, className, ...rest }: Props) {
  const classes = ['btn', kind, large ? 'lg' : '', wide ? 'wide' : '', className ?? '']
    .filter(Boolean)
    .join(' ');
  return (
    <button type="button" {...rest} className={classes} aria-busy={busy || undefined}>
      {busy ? <span className="spin" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
