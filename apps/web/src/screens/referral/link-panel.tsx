import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Referral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { RefusalNote } from '../../elements/states';
import { MailStanding, useMailing, type LatestLink } from './link-mail';

interface Made {
  address: string;
  code: string;
  expiresAt: string;
}

const RUNNING = ['requested', 'received', 'accepted', 'in-progress', 'on-hold'];

/** For an agency without accounts: makes the address and the code that must go to it by two ways, and takes them back. */
export function LinkPanel({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const [made, setMade] = useState<Made>();
  const [takingBack, setTakingBack] = useState(false);
  const make = useAttempt(
    async () =>
      answer(api.POST('/api/referrals/{id}/link', { params: { path: { id: referral.id } }, body: {} })),
    { refreshes: ['referral'], done: setMade },
  );
  const mail = useMailing(referral);
  const link = referral.link;
  if (!link?.answersByLink || !RUNNING.includes(referral.status)) return null;
  const { latest } = link;
  const phone = referral.toAgency.dutyPhone;
  return (
    <div className="link-panel">
      <p className="soft small">{t('link.noAccounts')}</p>
      {latest && <Standing latest={latest} />}
      <div className="link-acts">
        <Button busy={make.busy} onClick={() => void make.run({})}>
          {t(latest ? 'link.makeAnother' : 'link.make')}
        </Button>
        {mail.button}
        {latest?.mayRevoke && (
          <Button kind="quiet" onClick={() => setTakingBack(true)}>
            {t('link.revoke')}
          </Button>
        )}
      </div>
      {make.problem && <RefusalNote problem={make.problem} focus />}
      {!made && mail.problem && <RefusalNote problem={mail.problem} focus />}
      {takingBack && <TakeBack id={referral.id} onClose={() => setTakingBack(false)} />}
      {made && (
        <Dialog
          title={t('link.dialog')}
          onClose={() => setMade(undefined)}
          footer={
            <Button kind="pri" onClick={() => setMade(undefined)}>
              {t('link.noted')}
            </Button>
          }
        >
          <p>{t('link.codeLead', { phone: phone ?? referral.toAgency.name })}</p>
          <p className="link-code num">{made.code.replace(/(\d{3})(\d{3})/, '$1 $2')}</p>
          <p>{t('link.addressLead')}</p>
          <p className="link-address">{made.address}</p>
          {mail.button}
          {latest?.mail && <MailStanding mail={latest.mail} />}
          {mail.problem && <RefusalNote problem={mail.problem} />}
          <p className="soft small">{t('link.more', { at: dayAndTime(made.expiresAt, locale) })}</p>
        </Dialog>
      )}
    </div>
  );
}

/** What became of it, and who made it. */
function Standing({ latest }: { latest: LatestLink }) {
  const t = useWords();
  const locale = useLocale();
  const at = latest.state === 'REVOKED' ? latest.revokedAt : (latest.spentAt ?? latest.expiresAt);
  return (
    <ul className="link-standing small">
      <li>
        <b>{t(`link.${latest.state as 'OPEN'}`, { at: dayAndTime(at!, locale) })}</b>
      </li>
      {latest.state === 'SPENT' && latest.revokedAt && (
        <li>{t('link.closedByUs', { at: dayAndTime(latest.revokedAt, locale) })}</li>
      )}
      {latest.mail && (
        <li>
          <MailStanding mail={latest.mail} />
        </li>
      )}
      <li className="soft">
        {t('link.madeBy', { name: latest.issuedByName, at: dayAndTime(latest.issuedAt, locale) })}
      </li>
    </ul>
  );
}

function TakeBack({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords();
  const attempt = useAttempt(
    (_body: object, key) =>
      answer(
        api.POST('/api/referrals/{id}/link/revocation', {
          params: { path: { id } },
          body: {},
          headers: withKey(key),
        }),
      ),
    { refreshes: ['referral'], done: onClose },
  );
  return (
    <ActDialog
      title={t('link.revoke')}
      lead={t('link.revokeLead')}
      submit={t('link.revoke')}
      attempt={attempt}
      onClose={onClose}
      body={() => ({})}
    >
      {null}
    </ActDialog>
  );
}
