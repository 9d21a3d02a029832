import { useCallback, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api, withKey } from '../api/client';
import { can } from '../api/acts';
import { useAttempt } from '../api/attempt';
import type { CaseFile, Referral } from '../api/contract';
import { Button } from '../elements/button';
import { Dialog } from '../elements/dialog';
import { Tick } from '../elements/fields';
import { Go, useGo } from '../elements/go';
import { Empty, Loaded, RefusalNote } from '../elements/states';
import { IconAlertTriangle, IconChevronRight, IconEye, IconSend } from '../elements/icons';
import { useDraft } from '../safety/drafts';
import { EMPTY_REFER, fromReferral, useServerDraft, type ReferForm } from './refer/server-draft';
import { AgencyPicker } from './refer/agency-picker';
import { RequestFields } from './refer/request-fields';
import { DisclosureTable } from './refer/disclosure-table';
import { useReceiver } from './refer/use-receiver';
import { GroundStep } from './refer/ground-step';
import { Counts, Preview, SentDialog, StepHead } from './refer/pieces';
import './refer/refer.css';

export default function Refer() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <ol className="crumb" aria-label={t('nav.where')}>
        <li>
          <Go to="/kasus">{t('nav.cases')}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
        <li>
          <Go to={`/kasus/${id}`}>{asked.data?.number ?? '…'}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
        <li aria-current="page">{t('ref.send')}</li>
      </ol>
      <Loaded page asked={asked} rows={6}>
        {(file) =>
          can(file.availableActs, 'referral.draft') ? (
            <WithDraft key={file.id} file={file} />
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

/** A draft begun earlier comes from the server; a new one starts empty. */
function WithDraft({ file }: { file: CaseFile }) {
  const [params] = useSearchParams();
  const draftId = params.get('draf');
  const asked = useQuery({
    queryKey: ['referral', draftId],
    queryFn: () => answer(api.GET('/api/referrals/{id}', { params: { path: { id: draftId! } } })),
    enabled: draftId !== null,
  });
  if (!draftId) return <ReferForm file={file} initial={EMPTY_REFER} draftKey={`refer-${file.id}`} />;
  return (
    <Loaded asked={asked} rows={5}>
      {(referral) => (
        <ReferForm
          key={referral.id}
          file={file}
          initial={fromReferral(referral)}
          draftKey={`refer-${referral.id}`}
        />
      )}
    </Loaded>
  );
}

function ReferForm({ file, initial, draftKey }: { file: CaseFile; initial: ReferForm; draftKey: string }) {
  const t = useWords();
  const locale = useLocale();
  const go = useGo();
  const [form, change, clear] = useDraft<ReferForm>(
    draftKey,
    { ...initial, urgency: initial.draftId ? initial.urgency : file.risk === 'TINGGI' ? 'SEGERA' : 'BIASA' },
    { href: `/kasus/${file.id}/rujuk`, name: 'draft.referral' },
  );
  const [agreed, setAgreed] = useState(false);
  const [notReady, setNotReady] = useState<string>();
  const [previewing, setPreviewing] = useState(false);
  const [sent, setSent] = useState<Referral>();

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
  const packet = form.draftId ? disclosure.data : undefined;

  const send = useAttempt(
    (draftId: string, key) =>
      answer(
        api.POST('/api/referrals/{id}/sending', {
          params: { path: { id: draftId } },
          body: {},
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['case', 'worklist', 'deadlines', 'suggested'],
      done: (referral) => {
        setPreviewing(false);
        setSent(referral);
      },
    },
  );

  const trySend = async () => {
    setNotReady(undefined);
    const problem = !form.toAgencyId
      ? t('ref.needAgency')
      : !form.request.trim()
        ? t('ref.needRequest')
        : packet && (packet.nameFound?.length ?? 0) > 0
          ? t('ref.needNoName')
          : packet && (packet.missing?.length ?? 0) > 0
            ? t('ref.needBasis')
            : !agreed
              ? t('ref.needAgreed')
              : undefined;
    if (problem) {
      setNotReady(problem);
      return;
    }
    const draftId = await draft.save();
    if (draftId) await send.run(draftId);
  };

  const shortName = agency?.name ?? t('ref.agency');
  const sendButton = (
    <Button
      kind="pri"
      large
      busy={send.busy}
      icon={<IconSend size={17} aria-hidden="true" />}
      onClick={() => void trySend()}
    >
      {send.busy ? t('ref.sending') : t('ref.sendTo', { agency: shortName })}
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
      <RefusalNote problem={send.problem} />
    </>
  );
  const preview = (
    <Preview
      form={form}
      agency={agency}
      services={offered}
      packet={packet}
      busy={draft.saving || disclosure.isFetching}
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
                  <div className="desktop-only">{agreement}</div>
                </div>
              </section>
            </>
          )}
          <div className="desktop-only">{refusal}</div>
          <div className="send-bar">
            <Counts counts={packet?.counts} saving={draft.saving} />
            <Button
              large
              className="desktop-only"
              onClick={() => void draft.save().then((draftId) => draftId && go(`/kasus/${file.id}`))}
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
          onClose={() => {
            clear();
            go(`/kasus/${file.id}`);
          }}
        />
      )}
    </>
  );
}
