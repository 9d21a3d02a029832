import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { zoneName } from '../clock/dates';
import { useWords } from '../words/words';
import { IconAlertTriangle, IconCheck } from './icons';

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  fault?: string;
}

export function Fault({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p className="fault" id={id}>
      <IconAlertTriangle size={15} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

function described(id: string, hint: unknown, fault: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return ids || undefined;
}

function LabelRow({ id, label, hint }: { id: string; label: ReactNode; hint?: ReactNode }) {
  return (
    <label htmlFor={id}>
      {label}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </label>
  );
}

export function TextInput({
  label,
  hint,
  fault,
  id,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId();
  const name = id ?? own;
  return (
    <div className={`field ${className ?? ''}`}>
      <LabelRow id={name} label={label} hint={hint} />
      <input
        autoComplete="off"
        {...rest}
        id={name}
        className="input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(name, hint, fault)}
      />
      <Fault id={`${name}-fault`}>{fault}</Fault>
    </div>
  );
}

/** A day and a minute on the wall clock of `session.zone`, which the label always names: what is typed is kept for long. */
export function MomentInput({
  label,
  ...rest
}: Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const named = (
    <>
      {label} <span className="zone">({zoneName()})</span>
    </>
  );
  return <TextInput {...rest} type="datetime-local" label={named} />;
}

export function TextArea({
  label,
  hint,
  fault,
  id,
  className,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const own = useId();
  const name = id ?? own;
  return (
    <div className={`field ${className ?? ''}`}>
      <LabelRow id={name} label={label} hint={hint} />
      <textarea
        rows={3}
        {...rest}
        id={name}
        className="input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(name, hint, fault)}
      />
      <Fault id={`${name}-fault`}>{fault}</Fault>
    </div>
  );
}

export function Select({
  label,
  hint,
  fault,
  id,
  className,
  options,
  placeholder,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement> & { options: Choice[]; placeholder?: string }) {
  const own = useId();
  const name = id ?? own;
  return (
    <div className={`field ${className ?? ''}`}>
      <LabelRow id={name} label={label} hint={hint} />
      <select
        {...rest}
        id={name}
        className="input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(name, hint, fault)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Fault id={`${name}-fault`}>{fault}</Fault>
    </div>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  disabled?: boolean;
  small?: ReactNode;
}

interface GroupProps extends Labelled {
  id?: string;
  options: Choice[];
  hideLabel?: boolean;
}

function Group({
  id,
  label,
  hint,
  fault,
  hideLabel,
  children,
}: Labelled & { id?: string; hideLabel?: boolean; children: ReactNode }) {
  return (
    <fieldset
      className={`group ${fault ? 'bad' : ''}`}
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-describedby={fault && id ? `${id}-fault` : undefined}
    >
      <legend className={hideLabel ? 'hidden' : undefined}>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </legend>
      {children}
      <Fault id={id ? `${id}-fault` : undefined}>{fault}</Fault>
    </fieldset>
  );
}

/** One of a few: native radios with a face. */
export function Chips({
  options,
  value,
  onChange,
  ...group
}: GroupProps & { value: string; onChange: (value: string) => void }) {
  const name = useId();
  return (
    <Group {...group}>
      <div className="chips">
        {options.map((option) => (
          <label className="chip" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              <IconCheck size={15} aria-hidden="true" />
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

/** Several of a few: native checkboxes with a face. */
export function ChipSet({
  options,
  value,
  onChange,
  ...group
}: GroupProps & { value: string[]; onChange: (value: string[]) => void }) {
  return (
    <Group {...group}>
      <div className="chips">
        {options.map((option) => (
          <label className="chip" key={option.value}>
            <input
              type="checkbox"
              value={option.value}
              checked={value.includes(option.value)}
              disabled={option.disabled}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...value, option.value]
                    : value.filter((one) => one !== option.value),
                )
              }
            />
            <span>
              <IconCheck size={15} aria-hidden="true" />
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

export function Segment({
  options,
  value,
  onChange,
  ...group
}: GroupProps & { value: string; onChange: (value: string) => void }) {
  const name = useId();
  return (
    <Group {...group}>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className={`v-${option.value}`}>
              {option.label}
              {option.small && <small>{option.small}</small>}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

export function Tick({ children, ...rest }: { children: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="tick">
      <input type="checkbox" {...rest} />
      <span>{children}</span>
    </label>
  );
}

/** One of a list that may still be on its way. */
export function RadioList({
  options,
  value,
  onChange,
  ...group
}: GroupProps & { value: string; onChange: (value: string) => void }) {
  const t = useWords();
  const name = useId();
  return (
    <Group {...group}>
      <div className="tick-list">
        {options.length === 0 && <p className="soft">{t('state.loading')}</p>}
        {options.map((option) => (
          <label className="tick" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}
