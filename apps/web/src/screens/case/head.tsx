import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { can } from '../../api/acts';
import type { CaseFile, Revealed } from '../../api/contract';
import { daysBetween } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { useCodeLabel } from '../../api/codes';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { RiskBadge } from '../../elements/status';
import { IconClipboardCheck, IconEye, IconScale, IconSend } from '../../elements/icons';
import { answer, api, withKey } from '../../api/client';
import { RevealDialog } from './reveal-dialog';
import { RevealedNames } from './revealed-names';

export type CaseDialog = 'consent' | 'milestone' | 'person' | 'closing' | 'reopening' | 'aftercare';

export function CaseHead({ file, openDialog }: { file: CaseFile; openDialog: (dialog: CaseDialog) => void }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed>();
  const first = file.clients[0];
  const owner = file.owner.name;
  const kinds = file.tracks.map((track) => t(`track.${track}` as 'track.KTP'));
  const contexts = file.contexts.map((context) => label('KONTEKS_KASUS', context));
  // Whoever was not screened yet is screened first: danger decides where they go and how fast.
  const screenFirst = !file.screening && can(file.availableActs, 'screening.record');
  const refer = can(file.availableActs, 'referral.draft') && (
    <Go className={screenFirst ? 'btn' : 'btn pri'} to={`/kasus/${file.id}/rujuk`} key="refer">
      <IconSend size={16} aria-hidden="true" />
      {t('ref.send')}
    </Go>
  );
  const screen = can(file.availableActs, 'screening.record') && (
    <Go className={screenFirst ? 'btn pri' : 'btn'} to={`/kasus/${file.id}/asesmen`} key="screen">
      <IconClipboardCheck size={16} aria-hidden="true" />
      {t(file.screening ? 'case.rescreen' : 'case.screen')}
    </Go>
  );

  return (
    <section className="panel case-head">
      <div className="who">
        <h1>{file.number}</h1>
        <span className="masked">{first?.maskedName ?? t('case.noName')}</span>
        {file.clients.length > 1 && (
          <span className="soft">{t('case.andOthers', { n: file.clients.length - 1 })}</span>
        )}
        {can(file.availableActs, 'case.reveal') && !revealed && (
          <Button icon={<IconEye size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
            {t('safety.showName')}
          </Button>
        )}
      </div>
      <div className="case-acts no-print">
        {screenFirst ? [screen, refer] : [refer, screen]}
        {can(file.availableActs, 'consent.record') && (
          <Button icon={<IconScale size={16} aria-hidden="true" />} onClick={() => openDialog('consent')}>
            {t('case.consent')}
          </Button>
        )}
      </div>
      <p className="kind">
        <RiskBadge risk={file.risk} />
        <span>{[...kinds, ...contexts].join(' – ') || t('track.none')}</span>
        <span className="soft">{t('case.day', { n: daysBetween(file.reportedAt, now) + 1 })}</span>
        <span className="soft">{t('case.owner', { name: owner })}</span>
      </p>
      {revealed && <RevealedNames data={revealed} hide={() => setRevealed(undefined)} key={locale} />}
      {asking && (
        <RevealDialog
          ask={(body, key) =>
            answer(
              api.POST('/api/cases/{id}/reveal', {
                params: { path: { id: file.id } },
                body,
                headers: withKey(key),
              }),
            )
          }
          onClose={() => setAsking(false)}
          onRevealed={(data) => {
            setAsking(false);
            setRevealed(data);
          }}
        />
      )}
    </section>
  );
}
