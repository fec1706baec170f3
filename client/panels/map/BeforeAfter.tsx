import { t } from '../../texts/index.ts'
import { Segments } from '../kern.tsx'

interface BeforeAfterProps {
  readonly value: 'together' | 'alone'
  readonly onChange: (value: 'together' | 'alone') => void
}

/** Before: what each department had planned alone. After: what all brought together. */
export function BeforeAfter({ value, onChange }: BeforeAfterProps) {
  return (
    <Segments
      label={t.map.shows}
      labelHidden
      value={value}
      choices={[
        { value: 'alone', label: t.map.before },
        { value: 'together', label: t.map.after },
      ]}
      onChange={onChange}
    />
  )
}
