import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { Tick } from '../../elements/fields';
import { PacketView } from '../../elements/packet-view';
import { Loaded } from '../../elements/states';

/** Beside the one that was chosen. */
const ALSO_MAX = 4;

/**
 * The same need asked of others at once. Each sees a bare question until one accepts, and each has a packet of its own: what
 * it would get is shown here before anything is sent.
 */
export function AskSeveral({
  draftId,
  toAgencyId,
  serviceCode,
  also,
  onChange,
}: {
  draftId: string;
  toAgencyId: string;
  serviceCode: string;
  also: string[];
  onChange: (also: string[]) => void;
}) {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['referral', draftId, 'others', toAgencyId, serviceCode],
    queryFn: () => answer(api.GET('/api/referrals/{id}', { params: { path: { id: draftId } } })),
    staleTime: 0,
  });
  const others = asked.data?.alternatives.filter((one) => one.answersHere && one.id !== toAgencyId) ?? [];
  if (others.length === 0) return null;
  return (
    <fieldset className="stack tight ask-several">
      <legend>{t('fan.title')}</legend>
      <p className="soft small">{t('fan.lead')}</p>
      {others.map((agency) => {
        const ticked = also.includes(agency.id);
        return (
          <div key={agency.id} className="stack tight">
            <Tick
              checked={ticked}
              disabled={!agency.covered || (!ticked && also.length >= ALSO_MAX)}
              onChange={(event) =>
                onChange(event.target.checked ? [...also, agency.id] : also.filter((id) => id !== agency.id))
              }
            >
              {agency.name}
              {!agency.covered && <span className="soft tiny"> · {t('pane.askConsentFirst')}</span>}
            </Tick>
            {ticked && <Packet draftId={draftId} agencyId={agency.id} name={agency.name} />}
          </div>
        );
      })}
    </fieldset>
  );
}

function Packet({ draftId, agencyId, name }: { draftId: string; agencyId: string; name: string }) {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['disclosure', draftId, agencyId],
    queryFn: () =>
      answer(
        api.GET('/api/referrals/{id}/disclosure', { params: { path: { id: draftId }, query: { agencyId } } }),
      ),
    staleTime: 0,
  });
  return (
    <details className="ask-packet">
      <summary>{t('fan.preview', { agency: name })}</summary>
      <Loaded asked={asked} rows={3}>
        {(packet) => (
          <>
            {packet.missing.length > 0 && <p className="note warn">{t('ref.needBasis')}</p>}
            <PacketView packet={packet} names={packet.nameFound} />
          </>
        )}
      </Loaded>
    </details>
  );
}
