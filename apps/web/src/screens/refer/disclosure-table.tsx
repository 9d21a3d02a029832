import { useLocale, useWords } from '../../words/words';
import type { Disclosure, DisclosureField, Level } from '../../api/contract';
import { Segment } from '../../elements/fields';
import { labelOf } from '../../elements/packet-view';
import { IconLock } from '../../elements/icons';

const RANK: Record<Level, number> = { NONE: 0, MASKED: 1, FULL: 2 };
/** Fields that have a middle level, where the server does not say so itself. */
const MASKABLE = [
  'identity.name',
  'identity.nik',
  'identity.birthDate',
  'identity.age',
  'identity.phone',
  'children',
  'guardian',
  'risk.flags',
  'incident.time',
  'reportedPerson.name',
];

/** Each field that could cross, with the three levels: an ordinal scale, not a traffic light. */
export function DisclosureTable({
  packet,
  chosen,
  onLevel,
}: {
  packet: Disclosure;
  chosen: Record<string, Level>;
  onLevel: (field: string, level: Level) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const open = packet.fields.filter(
    (field) => field.field !== 'request' && (field.maxLevel ?? 'FULL') !== 'NONE',
  );
  // A field with a level and no value is simply not known: there is nothing to decide about it.
  const known = open.filter(
    (field) => field.value != null || field.level === 'NONE' || chosen[field.field] === 'NONE',
  );
  const unknown = open.filter((field) => !known.includes(field));
  const barred = packet.fields.filter((field) => field.maxLevel === 'NONE' && !field.heldBy);
  // The receiver might have it, were the client asked and did she agree.
  const held = packet.fields.filter((field) => field.heldBy);
  return (
    <div className="levels">
      <ul>
        {known.map((field) => (
          <LevelRow
            key={field.field}
            field={field}
            level={chosen[field.field] ?? field.level}
            onLevel={onLevel}
          />
        ))}
      </ul>
      {unknown.length > 0 && (
        <p className="soft small">
          {t('ref.notKnown')}: {unknown.map((field) => labelOf(field.label, locale)).join(', ')}.
        </p>
      )}
      {held.length > 0 && (
        <p className="soft small">
          {t('ref.heldByBasis', { list: held.map((field) => labelOf(field.label, locale)).join(', ') })}
        </p>
      )}
      <p className="never">
        <IconLock size={15} aria-hidden="true" />
        <span>
          {barred.length > 0 && (
            <>
              <b>{t('ref.notForThis')}:</b> {barred.map((field) => labelOf(field.label, locale)).join(', ')}
              .{' '}
            </>
          )}
          {packet.neverShared && packet.neverShared.length > 0 && (
            <>
              <b>{t('ref.never')}:</b>{' '}
              {packet.neverShared.map((field) => labelOf(field.label, locale)).join(', ')}.
            </>
          )}
        </span>
      </p>
    </div>
  );
}

function LevelRow({
  field,
  level,
  onLevel,
}: {
  field: DisclosureField & { levels?: Level[] };
  level: Level;
  onLevel: (field: string, level: Level) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const max = field.maxLevel ?? 'FULL';
  const name = labelOf(field.label, locale);
  const possible = (one: Level) =>
    field.levels
      ? field.levels.includes(one)
      : RANK[one] <= RANK[max] &&
        (one !== 'MASKED' || MASKABLE.includes(field.field) || field.level === 'MASKED');
  return (
    <li>
      <b>{name}</b>
      <span className="value">{field.value ?? <span className="soft">{t('ref.staysHere')}</span>}</span>
      <Segment
        label={name}
        hideLabel
        value={level}
        onChange={(value) => onLevel(field.field, value as Level)}
        options={(['NONE', 'MASKED', 'FULL'] as const).map((one) => ({
          value: one,
          label: t(`level.${one}`),
          disabled: !possible(one),
        }))}
      />
    </li>
  );
}
