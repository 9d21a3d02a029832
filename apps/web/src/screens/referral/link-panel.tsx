import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Referral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { RefusalNote } from '../../elements/states';

interface Made {
  address: string;
  code: string;
  expiresAt: string;
}

const RUNNING = ['requested', 'received', 'accepted', 'in-progress', 'on-hold'];

/** For an agency without accounts: makes the address and the code that must go to it by two ways. */
export function LinkPanel({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const [made, setMade] = useState<Made>();
  const make = useAttempt(
    async () =>
      answer(api.POST('/api/referrals/{id}/link', { params: { path: { id: referral.id } }, body: {} })),
    { refreshes: ['referral'], done: setMade },
  );
  const link = referral.link;
  if (!link?.answersByLink || !RUNNING.includes(referral.status)) return null;
  const { latest } = link;
  const phone = referral.toAgency.dutyPhone;
  return (
    <div className="link-panel">
      <p className="soft small">{t('link.noAccounts')}</p>
      {latest && (
        <p className="small">
          {t(`link.${latest.state as 'OPEN'}`, {
            at: dayAndTime(latest.spentAt ?? latest.expiresAt, locale),
          })}
        </p>
      )}
      <Button busy={make.busy} onClick={() => void make.run({})}>
        {t(latest ? 'link.makeAnother' : 'link.make')}
      </Button>
      {make.problem && <RefusalNote problem={make.problem} focus />}
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
          <p className="soft small">{t('link.more', { at: dayAndTime(made.expiresAt, locale) })}</p>
        </Dialog>
      )}
    </div>
  );
}
