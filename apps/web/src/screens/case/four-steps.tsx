import { useWords } from '../../words/words';
import './parts.css';

const REACHED: Record<string, number> = {
  requested: 1,
  received: 1,
  'on-hold': 1,
  accepted: 2,
  'in-progress': 3,
  completed: 4,
  failed: 4,
};

/** Terkirim, Dijawab, Berjalan, Hasil. The step that is waited for is hatched. */
export function FourSteps({ status }: { status: string }) {
  const t = useWords();
  const reached = REACHED[status];
  if (reached === undefined) return null;
  const names = [
    t('step.sent'),
    reached >= 2 ? t('step.accepted') : t('step.answered'),
    t('step.running'),
    t('step.outcome'),
  ];
  return (
    <ol className="four" aria-label={t('step.label')}>
      {names.map((name, index) => (
        <li key={name} className={index < reached ? 'done' : index === reached ? 'next' : ''}>
          {name}
          {index < reached && <span className="hidden"> {t('step.done')}</span>}
        </li>
      ))}
    </ol>
  );
}
