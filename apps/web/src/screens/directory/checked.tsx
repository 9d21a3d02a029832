import { useLocale, useWords } from '../../words/words';
import type { Freshness } from '../../api/contract';
import { dayMonthYear } from '../../clock/dates';
import { Status } from '../../elements/status';

/** When somebody last looked that all of it is true, and that it is time again. */
export function Checked({ freshness }: { freshness: Freshness }) {
  const t = useWords();
  const locale = useLocale();
  const on = freshness.verifiedOn && dayMonthYear(`${freshness.verifiedOn}T12:00:00+07:00`, locale);
  if (freshness.stale)
    return (
      <Status tone="urgent">{on ? t('directory.staleSince', { on }) : t('directory.neverChecked')}</Status>
    );
  return (
    <span className="soft small">{on ? t('directory.checkedOn', { on }) : t('directory.notYetChecked')}</span>
  );
}
