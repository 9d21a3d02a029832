import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Review } from '../api/contract';
import { dayAndTime } from '../clock/dates';
import { Button } from '../elements/button';
import { Segment } from '../elements/fields';
import { Avatar } from '../elements/marks';
import { More } from '../elements/more';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { DueBy, Status, type Tone } from '../elements/status';
import { useLocale, useWords } from '../words/words';
import { refWords } from './audit/entries';
import { Ended } from './reviews/ended';
import { ReviewDialog } from './reviews/review-dialog';
import './reviews/reviews.css';

/** What was picked from the trail to be looked at by somebody else, and what came of it. */
export default function Reviews() {
  const t = useWords();
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState<string>();
  const state = params.get('keadaan') === 'selesai' ? 'done' : 'open';
  const asked = useInfiniteQuery({
    queryKey: ['reviews', state],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/reviews', {
          params: { query: { state, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchOnWindowFocus: false,
  });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.reviews')}</h1>
          <p>{t('reviews.lead')}</p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('nav.reviews')}>
        <div className="filter-bar">
          <Segment
            label={t('reviews.state')}
            hideLabel
            value={state}
            onChange={(value) => setParams(value === 'done' ? { keadaan: 'selesai' } : {}, { replace: true })}
            options={[
              { value: 'open', label: t('reviews.open') },
              { value: 'done', label: t('reviews.done') },
            ]}
          />
        </div>
        <Loaded asked={asked} rows={6}>
          {() =>
            rows.length === 0 ? (
              <Empty title={t(state === 'open' ? 'reviews.none' : 'reviews.noneDone')}>
                {state === 'open' && <span>{t('reviews.noneMore')}</span>}
              </Empty>
            ) : (
              <ul className="reviews">
                {rows.map((review) => (
                  <Row key={review.id} review={review} open={() => setOpened(review.id)} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <More asked={asked} />
      </section>
      {opened && <ReviewDialog id={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** How pressing a reason is; the word says which, the colour only how much. */
const REASON_TONES: Record<Review['reason'], Tone> = {
  emergency: 'late',
  outOfScope: 'urgent',
  denied: 'urgent',
  export: 'wait',
  override: 'wait',
  legalDuty: 'wait',
  lateEdit: 'urgent',
  nightReading: 'urgent',
  reveal: 'wait',
  sample: 'plain',
};

function Row({ review, open }: { review: Review; open: () => void }) {
  const t = useWords();
  const locale = useLocale();
  const mayDecide = review.availableOutcomes.length > 0;
  return (
    <li>
      <Avatar name={review.subjectName} />
      <div className="review-what">
        <p>
          <b>{review.subjectName}</b>{' '}
          <span className="soft small">
            {t(`role.${review.subjectRole}` as 'role.supervisor')} · {review.subjectAgency}
          </span>
        </p>
        <p>
          <Status tone={REASON_TONES[review.reason]}>{t(`review.reason.${review.reason}`)}</Status>{' '}
          {t('review.entries', { n: review.entries })}
          {review.caseRef && (
            <span className="nowrap"> · {review.caseNumber ?? refWords(review.caseRef, t)}</span>
          )}
        </p>
        <p className="soft small">{dayAndTime(review.firstAt, locale)}</p>
        {review.status === 'asked' && (
          <p className="soft small">
            {t('review.askedBy', { name: review.askedBy ?? '', time: dayAndTime(review.askedAt!, locale) })}
          </p>
        )}
      </div>
      <div className="review-state">
        {review.status === 'done' ? <Ended review={review} /> : review.dueAt && <DueBy at={review.dueAt} />}
      </div>
      <Button kind={mayDecide ? 'pri' : 'plain'} onClick={open}>
        {t(mayDecide ? 'review.look' : 'review.read')}
      </Button>
    </li>
  );
}
