import { useId } from 'preact/hooks'

interface FileFieldProps {
  readonly label: string
  /** extensions, for the browser's dialog */
  readonly accept: string
  readonly onChange: (file: File | undefined) => void
}

/** Choice of one file, with the browser's own button. */
export function FileField({ label, accept, onChange }: FileFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <input id={id} class="field__input" type="file" accept={accept} onChange={(event) => onChange(event.currentTarget.files?.[0])} />
    </div>
  )
}
