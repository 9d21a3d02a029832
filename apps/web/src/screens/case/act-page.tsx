import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { can } from '../../api/acts';
import type { CaseFile } from '../../api/contract';
import { Crumb } from '../../elements/crumb';
import { Go } from '../../elements/go';
import { Empty, Loaded } from '../../elements/states';
import { useWords } from '../../words/words';
import { useCaseFile } from './use-case-file';

/** A page of one act on a case: its form while the server offers the act, else the way back. */
export function CaseActPage({
  act,
  title,
  children,
}: {
  act: string;
  title: string;
  children: (file: CaseFile) => ReactNode;
}) {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useCaseFile(id);
  return (
    <>
      <Crumb
        above={[
          { to: '/kasus', label: t('nav.cases') },
          { to: `/kasus/${id}`, label: asked.data?.number ?? '…' },
        ]}
        here={title}
      />
      <Loaded page asked={asked} rows={6}>
        {(file) =>
          can(file.availableActs, act) ? (
            children(file)
          ) : (
            <Empty page title={t('state.notNow')}>
              <Go className="btn" to={`/kasus/${id}`}>
                {t('act.backToCase')}
              </Go>
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}
