import { useWords } from '../words/words';
import { Go } from './go';
import { IconChevronRight } from './icons';

/** Where this page stands: the way back up, then its own name. */
export function Crumb({ above, here }: { above: { to: string; label: string }[]; here: string }) {
  const t = useWords();
  return (
    <ol className="crumb" aria-label={t('nav.where')}>
      {above.map(({ to, label }) => (
        <li key={to}>
          <Go to={to}>{label}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  );
}
