import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import { dayAndTime } from '../../clock/dates';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { Empty, Loaded } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import '../accounts.css';
import './own.css';

interface Waiting {
  id: string;
  displayName: string;
}
type Open = { act: 'confirm' | 'reject' | 'release'; of: Waiting };

/** Who waits to be let back in, for whoever answers for their office. */
export default function Recoveries() {
  const t = useWords();
  const locale = useLocale();
  const [open, setOpen] = useState<Open>();
  const [half, setHalf] = useState<{ half: string; name: string }>();
  const asked = useQuery({
    queryKey: ['recoveries'],
    queryFn: () => answer(api.GET('/api/account-recoveries')),
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('back.title')}</h1>
          <p>{t('back.lead')}</p>
        </div>
      </div>
      <section className="panel own-page" aria-label={t('back.title')}>
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
                          {t(one.status === 'PROPOSED' ? 'back.proposed' : 'back.confirmed', {
                            name: one.proposedByName,
                            time: dayAndTime(one.proposedAt, locale),
                          })}
                        </span>
                      </span>
                      {one.mayDecide && (
                        <span className="account-acts">
                          {one.status === 'PROPOSED' ? (
                            <>
                              <Button onClick={() => setOpen({ act: 'reject', of: one })}>
                                {t('back.reject')}
                              </Button>
                              <Button kind="pri" onClick={() => setOpen({ act: 'confirm', of: one })}>
                                {t('back.confirm')}
                              </Button>
                            </>
                          ) : (
                            <Button kind="pri" onClick={() => setOpen({ act: 'release', of: one })}>
                              {t('back.release')}
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
      {open && (
        <Decide
          {...open}
          onClose={() => setOpen(undefined)}
          done={(made) => {
            setOpen(undefined);
            if (made) setHalf({ half: made, name: open.of.displayName });
          }}
        />
      )}
      {half && (
        <Dialog
          title={t('back.halfTitle')}
          onClose={() => setHalf(undefined)}
          footer={
            <Button kind="pri" onClick={() => setHalf(undefined)}>
              {t('accounts.handed')}
            </Button>
          }
        >
          <p className="first-password">{half.half}</p>
          <p>{t('back.halfMore', { name: half.name })}</p>
        </Dialog>
      )}
    </>
  );
}

function Decide({ act, of, onClose, done }: Open & { onClose: () => void; done: (half?: string) => void }) {
  const t = useWords();
  const params = { path: { id: of.id } };
  const attempt = useAttempt(
    async (_body: true) => {
      if (act === 'confirm')
        return (await answer(api.POST('/api/account-recoveries/{id}/confirmation', { params }))).half;
      if (act === 'reject') await answer(api.POST('/api/account-recoveries/{id}/rejection', { params }));
      else await answer(api.POST('/api/account-recoveries/{id}/release', { params }));
      return undefined;
    },
    { done, refreshes: ['recoveries'] },
  );
  return (
    <ActDialog
      title={t(`back.${act}Title`)}
      lead={t(`back.${act}Lead`, { name: of.displayName })}
      submit={t(`back.${act}Title`)}
      attempt={attempt}
      body={() => true as const}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
