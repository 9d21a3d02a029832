import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Transfer } from '../api/contract';
import { useSession } from '../api/session';
import { dayAndTime } from '../clock/dates';
import { Go } from '../elements/go';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { useLocale, useWords } from '../words/words';
import './transfers.css';

/** Cases that pass from one unit to another: what waits, and what became of the rest. Of a case that went, no more than this. */
export default function Transfers() {
  const t = useWords();
  const asked = useQuery({ queryKey: ['transfers'], queryFn: () => answer(api.GET('/api/case-transfers')) });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('transfer.list')}</h1>
          <p>{t('transfer.listLead')}</p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('transfer.list')}>
        <Loaded asked={asked} rows={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('transfer.none')} />
            ) : (
              <ul className="transfers">
                {items.map((one) => (
                  <TransferLine key={one.id} one={one} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function TransferLine({ one }: { one: Transfer }) {
  const t = useWords();
  const locale = useLocale();
  const { agency } = useSession();
  const outgoing = one.fromAgencyId === agency.id;
  return (
    <li>
      <div>
        <b className="num">{one.caseNumber}</b>
        <span>
          {t(outgoing ? 'transfer.toOffice' : 'transfer.fromOffice', {
            agency: outgoing ? one.toAgencyName : one.fromAgencyName,
          })}
        </span>
        <span className="soft">{t(`transfer.reason.${one.reason}`)}</span>
      </div>
      <div>
        <b>{t(`transfer.status.${one.status as 'OFFERED'}`)}</b>
        <span className="soft">
          {t(one.decidedAt ? 'transfer.decided' : 'transfer.offeredBy', {
            name: one.decidedByName ?? one.offeredByName,
            time: dayAndTime(one.decidedAt ?? one.offeredAt, locale),
          })}
        </span>
        {one.refusal && <span className="soft">{t(`transfer.no.${one.refusal}`)}</span>}
        {one.ownerName && <span className="soft">{t('transfer.owner', { name: one.ownerName })}</span>}
      </div>
      {one.mayDecide || one.mayWithdraw ? (
        <Go className={one.mayDecide ? 'btn pri' : 'btn'} to={`/rujukan/${one.referralId}`}>
          {t(one.mayDecide ? 'transfer.answer' : 'transfer.see')}
        </Go>
      ) : (
        one.caseId && (
          <Go className="btn" to={`/kasus/${one.caseId}`}>
            {t('transfer.openCase')}
          </Go>
        )
      )}
    </li>
  );
}
