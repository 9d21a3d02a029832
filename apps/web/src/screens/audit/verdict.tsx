import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, serverNow, withKey } from '../../api/client';
import type { Verification } from '../../api/contract';
import { clockTime, dayMonth, wholeNumber } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { IconAlertTriangle, IconShieldCheck, IconShieldCheckFilled, IconShieldX } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { useCheckpoint } from './use-checkpoint';
import { WholeExport } from './whole-export';

const LOOKS = {
  unknown: { tone: 'unknown', Icon: IconShieldCheck },
  intact: { tone: 'ok', Icon: IconShieldCheckFilled },
  unwitnessed: { tone: 'unsure', Icon: IconAlertTriangle },
  tampered: { tone: 'bad', Icon: IconShieldX },
  incomplete: { tone: 'bad', Icon: IconShieldX },
  wrongKey: { tone: 'bad', Icon: IconShieldX },
};

type Checked = Verification & { checkedAt: Date };

/** Whether the trail is whole. Nothing is claimed before it was checked in this sitting. */
export function Verdict() {
  const t = useWords();
  const cache = useQueryClient();
  const [verdict, setVerdict] = useState<Checked>();
  const check = useAttempt(
    (_: void, key) => answer(api.POST('/api/audit/verifications', { headers: withKey(key) })),
    {
      done: (result) => {
        setVerdict({ ...result, checkedAt: serverNow() });
        void cache.invalidateQueries({ queryKey: ['checkpoint'] });
      },
    },
  );
  const { tone, Icon } = LOOKS[verdict?.result ?? 'unknown'];
  return (
    <div className={`verdict ${tone}`}>
      <span className="shield" aria-hidden="true">
        <Icon size={22} />
      </span>
      <div role="status">
        <p className="verdict-words">{check.busy ? t('audit.checking') : <Headline verdict={verdict} />}</p>
        <p className="soft small">
          <Figures verdict={verdict} />
        </p>
        {verdict && !check.busy && <WhatNow result={verdict.result} />}
        <RefusalNote problem={check.problem} />
      </div>
      <Button large busy={check.busy} onClick={() => void check.run()}>
        {check.busy ? t('audit.checkingShort') : t('audit.check')}
      </Button>
    </div>
  );
}

function Headline({ verdict }: { verdict?: Checked }) {
  const t = useWords();
  const locale = useLocale();
  if (!verdict) return t('audit.notChecked');
  const n = wholeNumber(verdict.entries, locale);
  if (verdict.result === 'intact') return t('audit.ok', { n });
  return verdict.result === 'unwitnessed' ? t('verdict.unwitnessed', { n }) : verdict.words;
}

function Figures({ verdict }: { verdict?: Checked }) {
  const t = useWords();
  const locale = useLocale();
  const latest = useCheckpoint().data;
  // The third line of a checkpoint note is the root of the tree, in base64.
  const anchor = latest?.note.split('\n')[2]?.slice(0, 8);
  return (
    <>
      {verdict && (
        <>
          {t('audit.checkedAt', { time: clockTime(verdict.checkedAt, locale) })} ·{' '}
          {t('audit.checkpoints', { n: wholeNumber(verdict.checkpoints, locale) })} ·{' '}
          {verdict.pending > 0 && <>{t('audit.pending', { n: verdict.pending })} · </>}
        </>
      )}
      {latest && anchor && (
        <>
          {t('audit.anchor')} <code>{anchor.replace(/(.{4})/, '$1 ')}</code>{' '}
          {`${dayMonth(latest.at, locale)} ${clockTime(latest.at, locale)}`} ·{' '}
        </>
      )}
      <Go to="/audit/arti">{t('verdict.meaning')}</Go>
    </>
  );
}

/** What it most likely means, and what to do, in this order. */
function WhatNow({ result }: { result: Verification['result'] }) {
  const t = useWords();
  if (result === 'intact') return null;
  return (
    <>
      <p className="verdict-hint">{t(`verdict.hint.${result}`)}</p>
      {result !== 'unwitnessed' && (
        <>
          <ol className="steps">
            <li>{t('audit.bad1')}</li>
            <li>{t('audit.bad2')}</li>
            <li>{t('audit.bad3')}</li>
          </ol>
          <WholeExport>{t('verdict.download')}</WholeExport>
        </>
      )}
    </>
  );
}
