import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useAttempt } from '../api/attempt';
import { answer, api } from '../api/client';
import type { Account } from '../api/contract';
import { useSession } from '../api/session';
import { Button } from '../elements/button';
import { Dialog } from '../elements/dialog';
import { More } from '../elements/more';
import { Loaded, RefusalNote, StaleBar } from '../elements/states';
import { useWords } from '../words/words';
import { IdentitiesPanel } from './own/identities-panel';
import { NewAccountDialog } from './new-account';
import './accounts.css';

/** A password as the server showed it, until the dialog is closed: it is kept nowhere. */
interface Shown {
  name: string;
  password: string;
  /** Only the first half of one: the other is in other hands. */
  half?: boolean;
}
type Asking = { act: 'end' | 'reset' | 'recover' | 'leave'; account: Account };

/** Who may sign in. A first password is shown once, right after it was made. */
export default function Accounts() {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const [shown, setShown] = useState<Shown>();
  const asked = useInfiniteQuery({
    queryKey: ['accounts', 'pages'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/accounts', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.accounts')}</h1>
          <p>{t('accounts.lead')}</p>
        </div>
        <Button kind="pri" onClick={() => setAdding(true)}>
          {t('accounts.add')}
        </Button>
      </div>
      <IdentitiesPanel />
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('nav.accounts')}>
        <Loaded asked={asked} rows={8}>
          {(data) => <AccountsTable rows={data.pages.flatMap((page) => page.items)} ask={setAsking} />}
        </Loaded>
        <More asked={asked} />
      </section>
      {adding && (
        <NewAccountDialog
          close={() => setAdding(false)}
          made={(made) => {
            setAdding(false);
            setShown(made);
          }}
        />
      )}
      {asking && (
        <Sure
          {...asking}
          close={() => setAsking(undefined)}
          done={(password) => {
            setAsking(undefined);
            if (password)
              setShown({ name: asking.account.displayName, password, half: asking.act === 'recover' });
          }}
        />
      )}
      {shown && (
        <Dialog
          title={t(shown.half ? 'accounts.halfTitle' : 'accounts.passwordTitle')}
          onClose={() => setShown(undefined)}
          footer={
            <Button kind="pri" onClick={() => setShown(undefined)}>
              {t('accounts.handed')}
            </Button>
          }
        >
          <p className="first-password">{shown.password}</p>
          <p>{t(shown.half ? 'accounts.halfMore' : 'accounts.passwordMore', { name: shown.name })}</p>
        </Dialog>
      )}
    </>
  );
}

function AccountsTable({ rows, ask }: { rows: Account[]; ask: (asking: Asking) => void }) {
  const t = useWords();
  const own = useSession().account.id;
  const stateOf = (row: Account) =>
    t(
      !row.active
        ? 'accounts.ended'
        : row.mustChangePassword
          ? 'accounts.first'
          : row.waitsToBeLetIn
            ? 'accounts.waits'
            : 'accounts.active',
    );
  return (
    <table className="table accounts-table">
      <caption className="hidden">{t('nav.accounts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('accounts.name')}</th>
          <th scope="col">{t('accounts.role')}</th>
          <th scope="col">{t('accounts.agency')}</th>
          <th scope="col">{t('accounts.state')}</th>
          <th scope="col">{t('accounts.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((account) => (
          <tr key={account.id}>
            <td>
              <b>{account.displayName}</b> {account.id === own && `(${t('accounts.you')})`}
              <div className="soft mail">{account.email}</div>
            </td>
            <td>{t(`role.${account.role}`)}</td>
            <td>{account.agencyName}</td>
            <td>{stateOf(account)}</td>
            <td>
              {account.active && account.id !== own && (
                <div className="account-acts">
                  <Button onClick={() => ask({ act: 'reset', account })}>{t('accounts.reset')}</Button>
                  <Button onClick={() => ask({ act: 'recover', account })}>{t('accounts.recover')}</Button>
                  <Button onClick={() => ask({ act: 'leave', account })}>{t('accounts.leave')}</Button>
                  <Button onClick={() => ask({ act: 'end', account })}>{t('accounts.end')}</Button>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sure({
  act,
  account,
  close,
  done,
}: Asking & { close: () => void; done: (password?: string) => void }) {
  const t = useWords();
  const params = { path: { id: account.id } };
  const attempt = useAttempt(
    async () => {
      if (act === 'reset')
        return (await answer(api.POST('/api/accounts/{id}/reset', { params }))).firstPassword;
      if (act === 'recover') return (await answer(api.POST('/api/accounts/{id}/recovery', { params }))).half;
      if (act === 'leave') await answer(api.POST('/api/accounts/{id}/departure', { params }));
      else await answer(api.POST('/api/accounts/{id}/deactivation', { params }));
      return undefined;
    },
    { done, refreshes: ['accounts'] },
  );
  return (
    <Dialog
      title={t(`accounts.${act}Title`)}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('act.cancel')}</Button>
          <Button kind="pri" busy={attempt.busy} onClick={() => void attempt.run(undefined)}>
            {t(act === 'recover' || act === 'leave' ? 'accounts.recoverSubmit' : `accounts.${act}`)}
          </Button>
        </>
      }
    >
      <RefusalNote problem={attempt.problem} />
      <p>{t(`accounts.${act}More`, { name: account.displayName })}</p>
    </Dialog>
  );
}
