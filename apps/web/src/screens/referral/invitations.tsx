import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { Conference } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';

/** Case conferences that this agency was invited to, as far as a basis goes for it. */
export function Invitations({ referralId }: { referralId: string }) {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['referral', referralId, 'conferences'],
    queryFn: () =>
      answer(api.GET('/api/referrals/{id}/conferences', { params: { path: { id: referralId } } })),
  });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="messages" aria-label={t('invite.title')}>
      <h3>{t('invite.title')}</h3>
      {items.map((one) => (
        <Invitation key={one.id} referralId={referralId} conference={one} />
      ))}
    </section>
  );
}

function Invitation({ referralId, conference }: { referralId: string; conference: Conference }) {
  const t = useWords();
  const locale = useLocale();
  const [dissenting, setDissenting] = useState(false);
  const refreshes = ['referral', 'inbox', 'deadlines'];
  const path = { id: referralId, conferenceId: conference.id };
  const reply = useAttempt(
    (body: { answer: 'ACCEPTED' | 'DECLINED' }, key) =>
      answer(
        api.POST('/api/referrals/{id}/conferences/{conferenceId}/reply', {
          params: { path },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes },
  );
  const fulfil = useAttempt(
    (decisionId: string, key) =>
      answer(
        api.POST('/api/referrals/{id}/conference-decisions/{decisionId}/completion', {
          params: { path: { id: referralId, decisionId } },
          headers: withKey(key),
        }),
      ),
    { refreshes },
  );
  const seat = conference.seats[0];
  if (conference.status === 'CANCELLED')
    return (
      <p className="soft small">
        {dayAndTime(conference.at, locale)} · {t('invite.off')}
      </p>
    );
  return (
    <div className="invitation">
      <p>
        <b>{dayAndTime(conference.at, locale)}</b> · {conference.place}
      </p>
      <ol>
        {conference.items.map((item) => (
          <li key={item.id} className="question">
            <p>{item.question}</p>
            {item.discussion && <p className="soft">{item.discussion}</p>}
            {item.decisions.map((one) => (
              <div key={one.id} className="invitation-decision">
                <p>
                  {t('invite.decided')}: <b>{one.text}</b>
                </p>
                <p className="soft small">
                  {one.doneAt
                    ? t('invite.doneAt', { owner: one.ownerName, time: dayAndTime(one.doneAt, locale) })
                    : t('invite.until', { owner: one.ownerName, time: dayAndTime(one.dueAt, locale) })}
                </p>
                {one.mayFinish && (
                  <Button busy={fulfil.busy} onClick={() => void fulfil.run(one.id)}>
                    {t('invite.done')}
                  </Button>
                )}
              </div>
            ))}
          </li>
        ))}
      </ol>
      {conference.status === 'HELD' && <p className="soft small">{t('invite.waiting')}</p>}
      {seat?.dissent && (
        <p className="small">
          <b>{t('invite.dissentTitle')}:</b> {seat.dissent}
        </p>
      )}
      <p className="invitation-acts no-print">
        {can(conference.availableActs, 'conference.reply') && (
          <>
            <Button busy={reply.busy} onClick={() => void reply.run({ answer: 'ACCEPTED' })}>
              {t('invite.come')}
              {seat?.answer === 'ACCEPTED' ? ' ✓' : ''}
            </Button>
            <Button busy={reply.busy} onClick={() => void reply.run({ answer: 'DECLINED' })}>
              {t('invite.notCome')}
              {seat?.answer === 'DECLINED' ? ' ✓' : ''}
            </Button>
          </>
        )}
        {can(conference.availableActs, 'conference.dissent') && (
          <button type="button" className="link small" onClick={() => setDissenting(true)}>
            {t('invite.dissent')}
          </button>
        )}
      </p>
      <RefusalNote problem={reply.problem ?? fulfil.problem} />
      {dissenting && <DissentDialog path={path} refreshes={refreshes} onClose={() => setDissenting(false)} />}
    </div>
  );
}

function DissentDialog({
  path,
  refreshes,
  onClose,
}: {
  path: { id: string; conferenceId: string };
  refreshes: string[];
  onClose: () => void;
}) {
  const t = useWords();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { text: string }, key) =>
      answer(
        api.POST('/api/referrals/{id}/conferences/{conferenceId}/dissent', {
          params: { path },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes, done: onClose },
  );
  const fault = useFault(save);
  return (
    <ActDialog
      title={t('invite.dissentTitle')}
      lead={t('invite.dissentLead')}
      submit={t('act.save')}
      attempt={save}
      body={() => {
        setTried(true);
        return text.trim() ? { text: text.trim() } : undefined;
      }}
      onClose={onClose}
    >
      <TextArea
        label={t('invite.text')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        fault={fault('/text') ?? (tried && !text.trim() ? t('fault.required') : undefined)}
      />
    </ActDialog>
  );
}
