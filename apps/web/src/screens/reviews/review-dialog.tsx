import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { AuditEntry, Review } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { useFault } from '../../elements/act-dialog';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { RadioList, TextArea } from '../../elements/fields';
import { Go } from '../../elements/go';
import { Loaded, RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { useLocale, useWords } from '../../words/words';
import { capitalized, entrySentence } from '../audit-words';
import { trailHref } from '../audit/trail-filter';
import { Ended } from './ended';

type Outcome = Review['availableOutcomes'][number];

/** Why it was picked, what it is about, and the reviewer's word. */
export function ReviewDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['reviews', 'one', id],
    queryFn: () => answer(api.GET('/api/reviews/{id}', { params: { path: { id } } })),
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog title={t('review.title')} wide sheet onClose={onClose}>
      <Loaded asked={asked} rows={4}>
        {({ review, entries }) => (
          <div className="stack">
            <About review={review} entries={entries} />
            {review.availableOutcomes.length > 0 ? (
              <Decision review={review} onClose={onClose} />
            ) : (
              <p className="review-ended">
                <Ended review={review} />
              </p>
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

function About({ review, entries }: { review: Review; entries: AuditEntry[] }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <>
      <p>
        <b>{review.subjectName}</b>
        {review.caseNumber && <> · {review.caseNumber}</>}
      </p>
      <div className="note info">
        <div>
          <b>{t(`review.reason.${review.reason}`)}.</b> {t(`review.why.${review.reason}`)}
        </div>
      </div>
      <ul className="review-entries" aria-label={t('review.about')}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className="num soft">{dayAndTime(entry.at, locale)}</span>
            <span>{capitalized(entrySentence(entry))}</span>
          </li>
        ))}
      </ul>
      <p>
        <Go
          className="link"
          to={trailHref({
            person: review.subjectId,
            ...(review.caseId ? { caseId: review.caseId } : { caseRef: review.caseRef ?? '' }),
          })}
        >
          {t('review.trail')}
        </Go>
      </p>
      {review.note && (
        <blockquote className="review-note">
          {review.note.split('\n\n').map((part, index) => (
            <p key={index}>{part}</p>
          ))}
        </blockquote>
      )}
    </>
  );
}

function Decision({ review, onClose }: { review: Review; onClose: () => void }) {
  const t = useWords();
  const [outcome, setOutcome] = useState<Outcome>();
  const [missing, setMissing] = useState<'outcome' | 'note'>();
  const [draft, change, clear] = useDraft(
    `review-${review.id}`,
    { note: '' },
    { href: '/tinjauan', name: 'draft.review' },
  );
  const save = useAttempt(
    (body: { outcome: Outcome; note?: string }, key) =>
      answer(
        api.POST('/api/reviews/{id}/decision', {
          params: { path: { id: review.id } },
          body,
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['reviews', 'worklist', 'deadlines'],
      done: () => {
        clear();
        onClose();
      },
    },
  );
  const faultOf = useFault(save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const note = draft.note.trim();
    if (!outcome) return setMissing('outcome');
    if (outcome !== 'IN_ORDER' && !note) return setMissing('note');
    setMissing(undefined);
    void save.run({ outcome, ...(note && { note }) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <RadioList
        label={t('review.decide')}
        value={outcome ?? ''}
        onChange={(value) => {
          setOutcome(value as Outcome);
          setMissing(undefined);
        }}
        fault={missing === 'outcome' ? t('review.required') : undefined}
        options={review.availableOutcomes.map((value) => ({
          value,
          label: (
            <>
              <b>{t(`review.outcome.${value}`)}</b>
              <span className="soft"> {t(`review.outcomeMore.${value}`)}</span>
            </>
          ),
        }))}
      />
      <TextArea
        label={t(outcome === 'ASK' ? 'review.question' : 'review.noteLabel')}
        hint={outcome === 'IN_ORDER' || !outcome ? t('review.optional') : undefined}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
        fault={missing === 'note' ? t('review.required') : faultOf('/note')}
      />
      <RefusalNote problem={save.problem} />
      <DialogFoot onCancel={onClose} busy={save.busy} save={t('review.save')} />
    </form>
  );
}
