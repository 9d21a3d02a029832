import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answer, api } from '../../api/client';
import type { Departure as DepartureFile, DepartureItem } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Crumb } from '../../elements/crumb';
import { Select, type Choice } from '../../elements/fields';
import { useGo } from '../../elements/go';
import { Loaded } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { CompleteDialog, RejectDialog } from './departure-dialogs';
import { groupsOf, unnamed, type Chosen } from './departure-plan';
import './own.css';
import './departure.css';

/** Everything of a colleague who leaves, and who takes it over: seen whole before anything moves. */
export default function Departure() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['departures', id],
    queryFn: () => answer(api.GET('/api/departures/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <Crumb above={[{ to: '/serah-terima', label: t('gone.back') }]} here={asked.data?.displayName ?? ''} />
      <Loaded asked={asked} rows={6}>
        {(file) =>
          file.status === 'PROPOSED' && file.mayDecide ? <Plan file={file} /> : <Receipt file={file} />
        }
      </Loaded>
    </>
  );
}

function Head({ file }: { file: DepartureFile }) {
  const t = useWords();
  const locale = useLocale();
  const said = { PROPOSED: 'gone.waits', DONE: 'gone.done', REJECTED: 'gone.rejected' } as const;
  return (
    <div className="head">
      <div>
        <h1>{t('gone.of', { name: file.displayName })}</h1>
        <p>
          {t(said[file.status], {
            name: file.decidedByName ?? file.proposedByName,
            time: dayAndTime(file.decidedAt ?? file.proposedAt, locale),
          })}
        </p>
      </div>
    </div>
  );
}

function Plan({ file }: { file: DepartureFile }) {
  const t = useWords();
  const go = useGo();
  const [successor, setSuccessor] = useState('');
  const [chosen, setChosen] = useState<Chosen>({});
  const [open, setOpen] = useState<'complete' | 'reject'>();
  const missing = unnamed(file.items, successor, chosen);
  const colleagues: Choice[] = file.colleagues.map(({ accountId, displayName, role }) => ({
    value: accountId,
    label: `${displayName} (${t(`role.${role}` as 'role.supervisor')})`,
  }));
  const nameOf = (accountId: string) =>
    file.colleagues.find((one) => one.accountId === accountId)?.displayName ?? '';
  return (
    <>
      <Head file={file} />
      <section className="panel departure" aria-label={t('gone.title')}>
        <div className="pad stack">
          {file.items.length === 0 ? (
            <p>{t('gone.nothing')}</p>
          ) : (
            <Select
              label={t('gone.successor')}
              hint={t('gone.successorHint')}
              placeholder={t('gone.choose')}
              options={colleagues}
              value={successor}
              onChange={(event) => setSuccessor(event.target.value)}
            />
          )}
          {groupsOf(file.items).map(({ group, items }) => (
            <div key={group}>
              <h2>
                {t(`gone.${group}`)} <span className="soft">({items.length})</span>
              </h2>
              <ul className="departure-items">
                {items.map((item) => (
                  <li key={item.objectId}>
                    <ItemWords item={item} />
                    <Select
                      label={
                        <>
                          {t('gone.to')} <span className="hidden">{item.label}</span>
                        </>
                      }
                      options={[
                        ...(successor ? [{ value: '', label: t('gone.followsAll') }] : []),
                        ...(item.kind === 'SEAT' ? [{ value: 'NOBODY', label: t('gone.empty') }] : []),
                        ...colleagues.filter(({ value }) => item.possible.includes(value)),
                      ]}
                      placeholder={successor ? undefined : t('gone.choose')}
                      value={chosen[item.objectId] ?? ''}
                      onChange={(event) => setChosen({ ...chosen, [item.objectId]: event.target.value })}
                      fault={
                        successor && missing.includes(item.objectId)
                          ? t('gone.cannot', { name: nameOf(successor) })
                          : undefined
                      }
                    />
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {file.items.length > 0 && <p className="soft">{t('gone.clocks')}</p>}
          <div className="departure-acts">
            <Button large onClick={() => setOpen('reject')}>
              {t('gone.reject')}
            </Button>
            <Button kind="pri" large disabled={missing.length > 0} onClick={() => setOpen('complete')}>
              {t('gone.submit')}
            </Button>
          </div>
        </div>
      </section>
      {open === 'complete' && (
        <CompleteDialog
          file={file}
          successor={successor}
          chosen={chosen}
          onClose={() => setOpen(undefined)}
          done={() => setOpen(undefined)}
        />
      )}
      {open === 'reject' && (
        <RejectDialog file={file} onClose={() => setOpen(undefined)} done={() => go('/serah-terima')} />
      )}
    </>
  );
}

function ItemWords({ item }: { item: DepartureItem }) {
  const t = useWords();
  const roster = item.kind === 'SHIFT' || item.kind === 'STAND_IN' || item.kind === 'FALLBACK';
  return (
    <span>
      <b>{roster ? t(`gone.${item.kind as 'SHIFT'}`) : (item.label ?? t('gone.hidden'))}</b>
      {item.overdue > 0 && <span className="late-words">{t('gone.overdue', { n: item.overdue })}</span>}
      {item.proposals > 0 && <span className="soft">{t('gone.proposals', { n: item.proposals })}</span>}
    </span>
  );
}

/** What went to whom. */
function Receipt({ file }: { file: DepartureFile }) {
  const t = useWords();
  const names = new Map(file.colleagues.map(({ accountId, displayName }) => [accountId, displayName]));
  return (
    <>
      <Head file={file} />
      <section className="panel departure" aria-label={t('gone.title')}>
        <div className="pad stack">
          {groupsOf(file.items).map(({ group, items }) => (
            <div key={group}>
              <h2>
                {t(`gone.${group}`)} <span className="soft">({items.length})</span>
              </h2>
              <ul className="departure-items">
                {items.map((item) => (
                  <li key={item.objectId}>
                    <ItemWords item={item} />
                    <span>
                      {item.toAccountId
                        ? t('gone.takenBy', { name: names.get(item.toAccountId) ?? '' })
                        : t('gone.empty')}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
    </>
  );
}
