import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import type { Referral, Transfer } from '../../api/contract';
import { useSession } from '../../api/session';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { RadioList } from '../../elements/fields';
import { useWords } from '../../words/words';
import '../transfers.css';

const RUNNING = ['requested', 'received', 'accepted', 'in-progress'];
const OFFERS = ['CLIENT_MOVED', 'OTHER_AREA', 'OTHER_MANDATE', 'CLIENT_ASKED', 'OUR_INTEREST'] as const;
const REFUSALS = ['NOT_OURS', 'NO_CAPACITY', 'INCOMPLETE', 'OUR_INTEREST'] as const;
const REFRESHES = ['transfers', 'referral', 'case', 'cases', 'inbox', 'worklist', 'deadlines'];
/** Offices that keep cases: only to them a whole case can go. */
const KEEPS_CASES = ['UPTD_PPA', 'PUSPAGA'];

type Act = 'offer' | 'take' | 'refuse' | 'withdraw';

/** The whole case on its way to another unit, at the referral that carries it: to offer, to take, to refuse, to take back. */
export function TransferPanel({ referral }: { referral: Referral }) {
  const t = useWords();
  const { permissions, agency } = useSession();
  const [open, setOpen] = useState<Act>();
  const reads = permissions.includes('transfer.read');
  const asked = useQuery({
    queryKey: ['transfers'],
    queryFn: () => answer(api.GET('/api/case-transfers')),
    enabled: reads,
  });
  if (!reads) return null;
  const offered = asked.data?.items.find(
    ({ referralId, status }) => referralId === referral.id && status === 'OFFERED',
  );
  const mayOffer =
    !offered &&
    asked.data !== undefined &&
    Boolean(referral.caseId) &&
    referral.toAgency.id !== agency.id &&
    KEEPS_CASES.includes(referral.toAgency.kind) &&
    RUNNING.includes(referral.status);
  if (!offered && !mayOffer) return null;
  return (
    <section className="transfer-panel">
      <h3>{t('transfer.title')}</h3>
      {offered ? (
        <>
          <p>
            {t(offered.mayDecide ? 'transfer.offeredToUs' : 'transfer.offeredToThem', {
              agency: offered.fromAgencyName,
            })}
          </p>
          <p className="soft small">{t(`transfer.reason.${offered.reason}`)}</p>
          {offered.mayDecide && (
            <p className="transfer-acts">
              <Button kind="pri" onClick={() => setOpen('take')}>
                {t('transfer.take')}
              </Button>
              <Button onClick={() => setOpen('refuse')}>{t('transfer.refuse')}</Button>
            </p>
          )}
          {offered.mayWithdraw && (
            <Button onClick={() => setOpen('withdraw')}>{t('transfer.withdraw')}</Button>
          )}
        </>
      ) : (
        <>
          <p className="soft small">{t('transfer.lead')}</p>
          <Button onClick={() => setOpen('offer')}>{t('transfer.offer')}</Button>
        </>
      )}
      {open && (
        <TransferDialog act={open} referral={referral} offered={offered} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

function TransferDialog({
  act,
  referral,
  offered,
  onClose,
}: {
  act: Act;
  referral: Referral;
  offered?: Transfer;
  onClose: () => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reasons = act === 'offer' ? OFFERS : act === 'refuse' ? REFUSALS : [];
  const attempt = useAttempt(
    (why: string) => {
      const params = { path: { id: offered?.id ?? referral.id } };
      if (act === 'offer')
        return answer(
          api.POST('/api/referrals/{id}/case-transfer', {
            params,
            body: { reason: why as (typeof OFFERS)[number] },
          }),
        );
      if (act === 'refuse')
        return answer(
          api.POST('/api/case-transfers/{id}/refusal', {
            params,
            body: { reason: why as (typeof REFUSALS)[number] },
          }),
        );
      if (act === 'take')
        return answer(api.POST('/api/case-transfers/{id}/acceptance', { params, body: {} }));
      return answer(api.POST('/api/case-transfers/{id}/withdrawal', { params }));
    },
    { done: onClose, refreshes: REFRESHES },
  );
  return (
    <ActDialog
      title={t(`transfer.${act}Title`)}
      lead={t(`transfer.${act}Lead`, { agency: referral.toAgency.name })}
      submit={t(`transfer.${act}`)}
      attempt={attempt}
      body={() => {
        setTried(true);
        return reasons.length > 0 && !reason ? undefined : reason;
      }}
      onClose={onClose}
    >
      {reasons.length > 0 && (
        <RadioList
          id="alasan-limpah"
          label={t('transfer.why')}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({
            value,
            label: t(
              act === 'offer'
                ? `transfer.reason.${value as 'CLIENT_MOVED'}`
                : `transfer.no.${value as 'NOT_OURS'}`,
            ),
          }))}
          fault={tried && !reason ? t('fault.required') : undefined}
        />
      )}
    </ActDialog>
  );
}
