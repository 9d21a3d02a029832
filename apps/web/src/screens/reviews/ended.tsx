import type { Review } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Status } from '../../elements/status';
import { useLocale, useWords } from '../../words/words';

/** By whom it was reviewed, and what came of it. */
export function Ended({ review }: { review: Review }) {
  const t = useWords();
  const locale = useLocale();
  if (!review.reviewedBy || !review.outcome) return null;
  return (
    <>
      <Status tone={review.outcome === 'CONCERN' ? 'urgent' : 'done'}>
        {t(`review.outcome.${review.outcome as 'IN_ORDER' | 'CONCERN'}`)}
      </Status>
      <small className="soft">
        {t('review.by', { name: review.reviewedBy, time: dayAndTime(review.reviewedAt!, locale) })}
      </small>
    </>
  );
}
