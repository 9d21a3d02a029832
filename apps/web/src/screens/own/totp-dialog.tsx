import { useEffect, useRef, useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Dialog } from '../../elements/dialog';
import { TextInput } from '../../elements/fields';
import { RefusalNote, Skeleton } from '../../elements/states';
import { useWords } from '../../words/words';
import { Qr } from '../../elements/qr';

interface Props {
  onClose: () => void;
  /** Switched on; the codes are shown this once, and empty when there were some already. */
  done: (recoveryCodes: string[]) => void;
}

/** A new secret, shown as a picture and as text, until its first code was right. */
export function TotpDialog({ onClose, done }: Props) {
  const t = useWords();
  const asked = useRef(false);
  const [code, setCode] = useState('');
  const [secret, setSecret] = useState<{ id: string; secret: string; uri: string }>();
  const begin = useAttempt(() => answer(api.POST('/api/accounts/current/totp')), { done: setSecret });
  const confirm = useAttempt(
    (body: { code: string }) =>
      answer(
        api.POST('/api/accounts/current/totp/{id}/confirmation', {
          params: { path: { id: secret!.id } },
          body,
        }),
      ),
    { done: ({ recoveryCodes }) => done(recoveryCodes), refreshes: ['factors'] },
  );
  const fault = useFault(confirm);
  useEffect(() => {
    // Once: a second question would make a second secret, and the one on the telephone would be the wrong one.
    if (!asked.current) void begin.run(undefined);
    asked.current = true;
  }, [begin]);

  if (!secret)
    return (
      <Dialog title={t('own.totpTitle')} onClose={onClose}>
        {begin.problem ? <RefusalNote problem={begin.problem} /> : <Skeleton rows={4} />}
      </Dialog>
    );
  return (
    <ActDialog
      title={t('own.totpTitle')}
      submit={t('own.totpSubmit')}
      attempt={confirm}
      onClose={onClose}
      body={() => {
        const typed = code.replace(/\s/g, '');
        return typed ? { code: typed } : undefined;
      }}
    >
      <p>{t('own.totpScan')}</p>
      <Qr text={secret.uri} label={t('own.qr')} />
      <p className="soft">{t('own.totpType')}</p>
      <p className="secret">{secret.secret.replace(/.{4}(?=.)/g, '$& ')}</p>
      <p>
        <a className="link" href={secret.uri}>
          {t('own.totpOpen')}
        </a>
      </p>
      <TextInput
        label={t('own.totpCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
        fault={fault('/code')}
      />
    </ActDialog>
  );
}
