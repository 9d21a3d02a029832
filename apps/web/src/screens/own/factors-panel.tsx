import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { passkeysWork } from '../../api/passkey';
import { askAgain } from '../../api/session';
import { dayMonthYear } from '../../clock/dates';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { IconKey, IconPhone } from '../../elements/icons';
import { Loaded } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { PasskeyDialog } from './passkey-dialog';
import { RecoveryCodes } from './recovery-codes';
import { TotpDialog } from './totp-dialog';

type Open = { dialog: 'totp' | 'passkey' | 'codes' } | { dialog: 'remove'; id: string };

/** The second factors: what there is, adding, removing; and the recovery codes, shown once. */
export function FactorsPanel() {
  const t = useWords();
  const locale = useLocale();
  const [open, setOpen] = useState<Open>();
  const [codes, setCodes] = useState<string[]>([]);
  const asked = useQuery({
    queryKey: ['factors'],
    queryFn: () => answer(api.GET('/api/accounts/current/factors')),
  });
  const close = () => setOpen(undefined);
  const added = (fresh: string[]) => {
    close();
    setCodes(fresh);
    // What was shut before opens when the codes are kept: nobody should lose them to a page that changes.
    if (fresh.length === 0) void askAgain();
  };

  if (codes.length > 0)
    return (
      <section className="panel">
        <div className="pad">
          <RecoveryCodes
            codes={codes}
            kept={() => {
              setCodes([]);
              void askAgain();
            }}
          />
        </div>
      </section>
    );
  return (
    <section className="panel">
      <header>
        <h2>{t('own.factors')}</h2>
      </header>
      <div className="pad stack">
        <Loaded asked={asked}>
          {({ items, recoveryCodesLeft }) => (
            <>
              {items.length === 0 && <p>{t('own.noFactors')}</p>}
              <ul className="own-list">
                {items.map((factor) => (
                  <li key={factor.id}>
                    <span>
                      <b>{factor.name ?? t(`own.${factor.kind}` as 'own.totp')}</b>
                      <span className="soft">
                        {factor.name && `${t(`own.${factor.kind}` as 'own.totp')} · `}
                        {t('own.since', { date: dayMonthYear(factor.since, locale) })}
                      </span>
                    </span>
                    <Button onClick={() => setOpen({ dialog: 'remove', id: factor.id })}>
                      {t('own.remove')}
                    </Button>
                  </li>
                ))}
              </ul>
              {passkeysWork() && (
                <div className="own-way">
                  <Button
                    large
                    icon={<IconKey size={18} aria-hidden="true" />}
                    onClick={() => setOpen({ dialog: 'passkey' })}
                  >
                    {t('own.addPasskey')}
                  </Button>
                  <p className="soft">{t('own.addPasskeyHint')}</p>
                </div>
              )}
              {!items.some(({ kind }) => kind === 'totp') && (
                <div className="own-way">
                  <Button
                    large
                    icon={<IconPhone size={18} aria-hidden="true" />}
                    onClick={() => setOpen({ dialog: 'totp' })}
                  >
                    {t('own.addTotp')}
                  </Button>
                  <p className="soft">{t('own.addTotpHint')}</p>
                </div>
              )}
              {items.length > 0 && (
                <div className="own-way">
                  <h3>{t('own.codes')}</h3>
                  <p className="soft">
                    {t('own.codesLead')} {t('own.codesLeft', { n: recoveryCodesLeft })}
                  </p>
                  <Button onClick={() => setOpen({ dialog: 'codes' })}>{t('own.codesNew')}</Button>
                </div>
              )}
            </>
          )}
        </Loaded>
      </div>
      {open?.dialog === 'totp' && <TotpDialog onClose={close} done={added} />}
      {open?.dialog === 'passkey' && <PasskeyDialog onClose={close} done={added} />}
      {open?.dialog === 'remove' && <RemoveDialog id={open.id} onClose={close} />}
      {open?.dialog === 'codes' && <NewCodesDialog onClose={close} done={added} />}
    </section>
  );
}

function RemoveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords();
  const remove = useAttempt(
    (_body: true, key) =>
      answer(
        api.POST('/api/accounts/current/factors/{id}/removal', {
          params: { path: { id } },
          headers: withKey(key),
        }),
      ),
    {
      done: () => {
        onClose();
        void askAgain();
      },
      refreshes: ['factors'],
    },
  );
  return (
    <ActDialog
      title={t('own.removeTitle')}
      lead={t('own.removeLead')}
      submit={t('own.removeSubmit')}
      attempt={remove}
      body={() => true as const}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}

function NewCodesDialog({ onClose, done }: { onClose: () => void; done: (codes: string[]) => void }) {
  const t = useWords();
  const make = useAttempt((_body: true) => answer(api.POST('/api/accounts/current/recovery-codes')), {
    done: ({ recoveryCodes }) => done(recoveryCodes),
    refreshes: ['factors'],
  });
  return (
    <ActDialog
      title={t('own.codesNew')}
      lead={t('own.codesNewLead')}
      submit={t('own.codesNew')}
      attempt={make}
      body={() => true as const}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
