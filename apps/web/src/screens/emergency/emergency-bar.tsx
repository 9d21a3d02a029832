import { useNavigate } from 'react-router';
import type { CaseFile } from '../../api/contract';
import { clockTime, timeLeft } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { Button } from '../../elements/button';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { useEnding } from './access-row';
import './emergency.css';

/** Above a case that is seen by an emergency: until when, and the way to end it sooner. */
export function EmergencyBar({ sight }: { sight: NonNullable<CaseFile['emergency']> }) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const go = useNavigate();
  const end = useEnding(sight.accessId);
  const left = timeLeft(sight.until, now);
  const minutes = left.late ? 0 : left.unit === 'minute' ? left.amount : left.amount * 60;
  const leave = async () => {
    // The case is no longer there for this person: the page is left before it asks again.
    if ((await end.run({})) !== undefined || !end.problem) void go('/akses-darurat', { replace: true });
  };
  return (
    <section className="emergency-bar" role="status">
      <p>
        <b>{t('emergency.bar')}</b>{' '}
        {t('emergency.barUntil', { at: clockTime(sight.until, locale), n: minutes })}
      </p>
      <Button busy={end.busy} onClick={() => void leave()}>
        {t('emergency.end')}
      </Button>
      <RefusalNote problem={end.problem} />
    </section>
  );
}
