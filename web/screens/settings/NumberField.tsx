import { NumberInput } from '@mantine/core';
import type { Form } from './Settings.tsx';

type Props = {
  form: Form;
  label: string;
  /** What it does, in plain words. */
  help: string;
  /** As the API names it. */
  path: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  suffix: string;
};

/** A whole number with its unit. What is left empty or out of range is said beside it before it is sent. */
export const NumberField = ({ form: { may, refused }, label, help, path, value, onChange, min, max, suffix }: Props) => (
  <NumberInput
    label={label}
    description={help}
    value={Number.isFinite(value) ? value : ''}
    onChange={(given) => onChange(given === '' ? Number.NaN : Number(given))}
    allowDecimal={false}
    suffix={` ${suffix}`}
    min={min}
    max={max}
    clampBehavior="none"
    disabled={!may}
    maw={420}
    inputWrapperOrder={['label', 'description', 'input', 'error']}
    hideControls
    error={!Number.isFinite(value) ? 'Enter a whole number.' : value < min || value > max ? `From ${min} to ${max}.` : refused(path)}
  />
);
