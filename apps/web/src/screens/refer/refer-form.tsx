import { useCallback, useEffect, useState } from 'react';
import { useIsFetching, useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { CaseFile, Disclosure, ReferralState } from '../../api/contract';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { Tick } from '../../elements/fields';
import { useGo } from '../../elements/go';
import { RefusalNote } from '../../elements/states';
import { IconAlertTriangle, IconEye, IconSend } from '../../elements/icons';
import { useDraft } from '../../safety/drafts';
import { useServerDraft, type ReferForm } from './server-draft';
import { AgencyPicker } from './agency-picker';
import { RequestFields } from './request-fields';
import { DisclosureTable } from './disclosure-table';
import { useReceiver } from './use-receiver';
import { useSending } from './use-sending';
import { GroundStep } from './ground-step';
import { AskSeveral } from './ask-several';
import { Counts, Preview, SentDialog, StepHead } from './pieces';
import './refer.css';

/** Receiver and request, what crosses, on what ground, and the receiver's own view of it beside them. */
export function ReferralForm({
  file,
  initial,
  draftKey,
}: {
  file: CaseFile;
  initial: ReferForm;
  draftKey: string;
}) {
  const t = useWords();
  const locale = useLocale();
  const go = useGo();
  const client = useQueryClient();
  const [form, change, clear] = useDraft<ReferForm>(
    draftKey,
    { ...initial, urgency: initial.draftId ? initial.urgency : file.risk === 'TINGGI' ? 'SEGERA' : 'BIASA' },
    { href: `/kasus/${file.id}/rujuk`, name: 'draft.referral' },
  );
  const [agreed, setAgreed] = useState(false);
  const [notReady, setNotReady] = useState<string>();
  const [also, setAlso] = useState<string[]>([]);
  const [previewing, setPreviewing] = useState(false);
  const [sent, setSent] = useState<ReferralState>();

  const { agencies, agency, offered, suggested, chooseService } = useReceiver(file, form, change);
  const setDraftId = useCallback((draftId: string) => change({ draftId }), [change]);
  const draft = useServerDraft(file.id, form, setDraftId);
  const disclosure = useQuery({
    queryKey: ['disclosure', form.draftId],
    queryFn: () =>
      answer(api.GET('/api/referrals/{id}/disclosure', { params: { path: { id: form.draftId! } } })),
    enabled: !!form.draftId,
    staleTime: 0,
  });
  // The last packet that was put together may be another receiver's: it must never stand under this one's name.
  const packet =
    form.draftId && disclosure.data?.receiver.id === form.toAgencyId ? disclosure.data : undefined;

  const send = useSending(also, (referral) => {
    setPreviewing(false);
    setSent(referral);
  });

  /** The draft is the server's now (or nobody's): this tab need not keep it a second time. */
  const leave = (draftId: string) => {
    clear();
    client.removeQueries({ queryKey: ['referral', draftId] });
    go(`/kasus/${file.id}`);
  };
  const discard = useAttempt(
    (draftId: string, key) =>
      answer(
        api.POST('/api/referrals/{id}/cancellation', {
          params: { path: { id: draftId } },
          // Read by the case team, in Indonesian whatever the screen speaks.
          body: { reason: 'Draf dibuang sebelum dikirim.' },
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'worklist'], done: (_referral, draftId) => leave(draftId) },
  );

  // A consent that was given a moment ago is still on its way, and the preview after it: who clicks on meanwhile is not
  // told that it is missing, but sent on when both are here.
  const underWay = useIsMutating() + useIsFetching({ queryKey: ['disclosure', form.draftId] }) > 0;
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || underWay) return;
    setWanted(false);
    void trySend();
  });

  const trySend = async () => {
    setNotReady(undefined);
    if (!form.toAgencyId) return setNotReady(t('ref.needAgency'));
    if (!form.request.trim()) return setNotReady(t('ref.needRequest'));
    // The last words first: what is judged, shown and sent is one and the same packet.
    const draftId = await draft.save();
    if (!draftId) return;
    const fresh = client.getQueryData<Disclosure>(['disclosure', draftId]);
    const problem = !fresh
      ? t('state.failed')
      : (fresh.nameFound?.length ?? 0) > 0
        ? t('ref.needNoName')
        : (fresh.missing?.length ?? 0) > 0
          ? t('ref.needBasis')
          : !agreed
            ? t('ref.needAgreed')
            : undefined;
    if (problem) setNotReady(problem);
    else await send.run(draftId);
  };

  const shortName = agency?.name ?? t('ref.agency');
  const sendButton = (
    <Button
      kind="pri"
      large
      busy={send.busy || wanted}
      icon={<IconSend size={17} aria-hidden="true" />}
      onClick={() => setWanted(true)}
    >
      {send.busy
        ? t('ref.sending')
        : also.length > 0
          ? t('fan.send', { n: also.length + 1 })
          : t('ref.sendTo', { agency: shortName })}
    </Button>
  );
  const agreement = (
    <Tick checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
      {t(
        packet && packet.basis?.length && packet.basis.every((one) => one.basis !== 'PERSETUJUAN')
          ? 'ref.told'
          : 'ref.consent',
      )}
    </Tick>
  );
  const refusal = (
    <>
      {notReady && (
        <div className="note warn" role="alert">
          <IconAlertTriangle size={18} aria-hidden="true" />
          <div>{notReady}</div>
        </div>
      )}
      <RefusalNote problem={send.problem ?? discard.problem} />
    </>
  );
  const preview = (
    <Preview
      form={form}
      agency={agency}
      services={offered}
      packet={packet}
      busy={draft.saving || disclosure.isFetching}
      refused={draft.problem !== undefined}
      from={file.agency?.name}
    />
  );

  return (
    <>
      <div className="head flat">
        <h1>{t('ref.send')}</h1>
      </div>
      <div className="refer">
        <div className="refer-steps">
          <section className="panel">
            <div className="pad stack">
              <StepHead n={1} words={t('ref.step1')} />
              <AgencyPicker
                agencies={agencies}
                suggested={suggested}
                ownAgencyId={file.agency?.id}
                value={form.toAgencyId}
                onChange={(toAgencyId) => {
                  change({ toAgencyId, serviceCode: '', levels: {} });
                  setAgreed(false);
                  setAlso([]);
                }}
              />
              {form.toAgencyId && (
                <RequestFields
                  form={form}
                  change={change}
                  services={offered}
                  chooseService={chooseService}
                  problem={draft.problem}
                  packet={packet}
                />
              )}
              {draft.problem && <RefusalNote problem={draft.problem} />}
            </div>
          </section>
          {packet && (
            <>
              <section className="panel">
                <div className="pad stack">
                  <StepHead n={2} words={t('ref.data')} more={t('ref.leastPacket')} />
                  <DisclosureTable
                    packet={packet}
                    onLevel={(field, level) => {
                      change({ levels: { ...form.levels, [field]: level } });
                      setAgreed(false);
                    }}
                    chosen={form.levels}
                  />
                </div>
              </section>
              <section className="panel">
                <div className="pad stack">
                  <StepHead n={3} words={t('ref.step3')} />
                  <GroundStep file={file} packet={packet} agency={agency} serviceCode={form.serviceCode} />
                  {form.draftId && (
                    <AskSeveral
                      draftId={form.draftId}
                      toAgencyId={form.toAgencyId}
                      serviceCode={form.serviceCode}
                      also={also}
                      onChange={(chosen) => {
                        setAlso(chosen);
                        setAgreed(false);
                      }}
                    />
                  )}
                  <div className="desktop-only">{agreement}</div>
                </div>
              </section>
            </>
          )}
          <div className="desktop-only">{refusal}</div>
          <div className="send-bar">
            <Counts counts={packet?.counts} saving={draft.saving} />
            {form.draftId && (
              <Button kind="quiet" busy={discard.busy} onClick={() => void discard.run(form.draftId!)}>
                {t('draft.throwAway')}
              </Button>
            )}
            <Button
              large
              className="desktop-only"
              onClick={() => void draft.save().then((draftId) => draftId && leave(draftId))}
            >
              {t('draft.save')}
            </Button>
            <span className="desktop-only">{sendButton}</span>
            <Button
              kind="pri"
              large
              className="phone-preview"
              icon={<IconEye size={18} aria-hidden="true" />}
              onClick={() => (packet ? setPreviewing(true) : setNotReady(t('ref.needAgency')))}
            >
              {t('ref.seePreview')}
            </Button>
          </div>
          <div className="phone-only-block">{!previewing && refusal}</div>
        </div>
        <aside className="refer-preview" aria-label={t('ref.preview', { agency: shortName })}>
          {preview}
        </aside>
      </div>
      {previewing && (
        <Dialog
          title={t('ref.preview', { agency: shortName })}
          wide
          sheet
          onClose={() => setPreviewing(false)}
          footer={
            <>
              <div className="sheet-agree">
                {agreement}
                {refusal}
              </div>
              <Button large onClick={() => setPreviewing(false)}>
                {t('act.change')}
              </Button>
              {sendButton}
            </>
          }
        >
          {preview}
        </Dialog>
      )}
      {sent && (
        <SentDialog
          sent={sent}
          locale={locale}
          asked={also.length + 1}
          onClose={() => {
            clear();
            go(`/kasus/${file.id}`);
          }}
        />
      )}
    </>
  );
}
