import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import { dayAndTime } from '../../clock/dates';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { Empty, Loaded } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import '../accounts.css';
import './own.css';

type Act = 'letIn' | 'turnAway';
type Open = { act: Act; of: { id: string; reason: 'NEW' | 'RESET'; displayName: string } };

/** Who was given an account, or another first password, and waits until their office has said that it is they. */
export default function Newcomers() {
  const t = useWords();
  const locale = useLocale();
  const [open, setOpen] = useState<Open>();
  const asked = useQuery({ queryKey: ['newcomers'], queryFn: () => answer(api.GET('/api/newcomers')) });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('newcomers.title')}</h1>
          <p>{t('newcomers.lead')}</p>
        </div>
      </div>
      <section className="panel own-page" aria-label={t('newcomers.title')}>
        <div className="pad">
          <Loaded asked={asked}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t('back.none')} />
              ) : (
                <ul className="own-list">
                  {items.map((one) => (
                    <li key={one.id} className="back">
                      <span>
                        <b>{one.displayName}</b>
                        <span className="soft">
                          {t(`role.${one.role}` as 'role.supervisor')} · {one.agencyName}
                        </span>
                        <span className="soft">
                          {t(one.reason === 'NEW' ? 'newcomers.made' : 'newcomers.reset', {
                            name: one.madeByName,
                            time: dayAndTime(one.madeAt, locale),
                          })}{' '}
                          {t(one.arrived ? 'newcomers.arrived' : 'newcomers.notYet')}
                        </span>
                      </span>
                      {one.mayDecide && (
                        <span className="account-acts">
                          <Button onClick={() => setOpen({ act: 'turnAway', of: one })}>
                            {t('newcomers.turnAway')}
                          </Button>
                          {one.arrived && (
                            <Button kind="pri" onClick={() => setOpen({ act: 'letIn', of: one })}>
                              {t('newcomers.letIn')}
                            </Button>
                          )}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </div>
      </section>
      {open && <Decide {...open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const TITLE = {
  NEW: { letIn: 'newcomers.letInTitle', turnAway: 'newcomers.turnAwayTitle' },
  RESET: { letIn: 'newcomers.letInTitle', turnAway: 'newcomers.closeTitle' },
} as const;
const LEAD = {
  NEW: { letIn: 'newcomers.letInLead', turnAway: 'newcomers.turnAwayLead' },
  RESET: { letIn: 'newcomers.knownLead', turnAway: 'newcomers.closeLead' },
} as const;

function Decide({ act, of, onClose }: Open & { onClose: () => void }) {
  const t = useWords();
  const params = { path: { id: of.id } };
  const attempt = useAttempt(
    (_body: true) =>
      answer(
        act === 'letIn'
          ? api.POST('/api/newcomers/{id}/letting-in', { params })
          : api.POST('/api/newcomers/{id}/rejection', { params }),
      ),
    { done: onClose, refreshes: ['newcomers', 'accounts'] },
  );
  return (
    <ActDialog
      title={t(TITLE[of.reason][act])}
      lead={t(LEAD[of.reason][act], { name: of.displayName })}
      submit={t(TITLE[of.reason][act])}
      attempt={attempt}
      body={() => true as const}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
