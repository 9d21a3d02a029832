import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Level, Referral, UpdatePreview, UpdateSheet } from '../../api/contract';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { Segment, TextArea, Tick } from '../../elements/fields';
import { IconAlertTriangle } from '../../elements/icons';
import { PacketView } from '../../elements/packet-view';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { useWords } from '../../words/words';

interface Sheet {
  summary: string;
  levels: Record<string, Level>;
  /** Fields that stay as the receiver has them for now. */
  keep: string[];
}

/**
 * What the receiver would read instead of what it has: first what is new, then the whole as it would arrive. Nothing is
 * sent but the very packet that stands here (the mark names it).
 */
export function UpdateDialog({
  referral,
  first,
  onClose,
}: {
  referral: Referral;
  first: UpdatePreview;
  onClose: () => void;
}) {
  const t = useWords();
  const [sheet, change, clear] = useDraft<Sheet>(`update-${referral.id}`, {
    summary: referral.summary ?? '',
    levels: (referral.levels ?? {}) as Sheet['levels'],
    keep: [],
  });
  const [agreed, setAgreed] = useState(false);
  const [notReady, setNotReady] = useState<string>();
  const path = { id: referral.id };
  const untouched =
    sheet.summary === (referral.summary ?? '') && sheet.levels === referral.levels && sheet.keep.length === 0;
  const body = {
    ...(sheet.summary.trim() ? { summary: sheet.summary.trim() } : {}),
    levels: sheet.levels,
    keep: sheet.keep as UpdateSheet['keep'],
  };
  const asked = useQuery({
    queryKey: ['referral', referral.id, 'update', body],
    queryFn: () => answer(api.POST('/api/referrals/{id}/update-preview', { params: { path }, body })),
    initialData: untouched ? first : undefined,
    placeholderData: (last) => last ?? first,
    refetchOnWindowFocus: false,
  });
  const preview = asked.data ?? first;
  const kept = sheet.keep.filter((field) => !preview.changes.some((one) => one.field === field));
  const send = useAttempt(
    (mark: string, key) =>
      answer(
        api.POST('/api/referrals/{id}/update', {
          params: { path },
          body: { ...body, mark },
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['referral', 'case', 'worklist'],
      done: () => {
        clear();
        onClose();
      },
    },
  );
  const chosen = (changed: Partial<Sheet>) => {
    change(changed);
    setAgreed(false);
  };
  const trySend = () => {
    const problem =
      preview.changes.length === 0
        ? t('update.nothing')
        : preview.missing.length > 0
          ? t('ref.needBasis')
          : preview.nameFound.length > 0
            ? t('ref.needNoName')
            : !agreed
              ? t('ref.needAgreed')
              : undefined;
    setNotReady(problem);
    if (!problem) void send.run(preview.mark);
  };
  const consented = preview.basis.some(({ basis }) => basis === 'PERSETUJUAN');
  return (
    <Dialog
      title={t('update.titleFor', { agency: referral.toAgency.name })}
      wide
      sheet
      onClose={onClose}
      footer={
        <>
          <div className="sheet-agree">
            <Tick checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
              {t(consented ? 'ref.consent' : 'ref.told')}
            </Tick>
            {notReady && (
              <div className="note warn" role="alert">
                <IconAlertTriangle size={18} aria-hidden="true" />
                <div>{notReady}</div>
              </div>
            )}
            <RefusalNote problem={send.problem ?? undefined} />
          </div>
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
          {/* What is shown must be what is sent: nothing goes while a newer preview is on its way. */}
          <Button kind="pri" large busy={send.busy || asked.isFetching} onClick={trySend}>
            {t('update.send')}
          </Button>
        </>
      }
    >
      <div className="update-dialog">
        <section>
          <h3>{t('update.news')}</h3>
          {preview.changes.length === 0 && <p className="soft">{t('update.nothing')}</p>}
          <ul className="update-changes">
            {preview.changes.map((one) => (
              <li key={one.field}>
                <b>{one.label}</b>
                <span>
                  {one.before !== undefined && <del>{one.before}</del>}
                  {one.after !== undefined ? <ins>{one.after}</ins> : <em>{t('update.noLonger')}</em>}
                </span>
                {one.field !== 'request' && (
                  <Segment
                    label={one.label}
                    hideLabel
                    value={
                      sheet.keep.includes(one.field)
                        ? 'KEEP'
                        : (preview.fields.find(({ field }) => field === one.field)?.level ?? 'NONE')
                    }
                    onChange={(value) =>
                      chosen(
                        value === 'KEEP'
                          ? { keep: [...sheet.keep, one.field] }
                          : { levels: { ...sheet.levels, [one.field]: value as Level } },
                      )
                    }
                    options={[
                      ...(one.change === 'CHANGED' ? [{ value: 'KEEP', label: t('update.keep') }] : []),
                      ...(['NONE', 'FULL'] as const).map((level) => ({
                        value: level,
                        label: t(`level.${level}`),
                      })),
                    ]}
                  />
                )}
              </li>
            ))}
            {kept.map((field) => (
              <li key={field} className="kept">
                <b>{preview.fields.find((one) => one.field === field)?.label ?? field}</b>
                <span>{t('update.kept')}</span>
                <button
                  type="button"
                  className="link"
                  onClick={() => chosen({ keep: sheet.keep.filter((other) => other !== field) })}
                >
                  {t('update.tellToo')}
                </button>
              </li>
            ))}
          </ul>
          <TextArea
            label={t('update.summary')}
            hint={t('report.useClient')}
            rows={3}
            maxLength={2000}
            value={sheet.summary}
            onChange={(event) => chosen({ summary: event.target.value })}
          />
          {preview.missing.length > 0 && <p className="note warn">{t('ref.needBasis')}</p>}
        </section>
        <section aria-label={t('ref.preview', { agency: referral.toAgency.name })} className="update-whole">
          <h3>{t('ref.preview', { agency: referral.toAgency.name })}</h3>
          <PacketView packet={preview} request={referral.request} names={preview.nameFound} />
        </section>
      </div>
    </Dialog>
  );
}
