import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Button, TextField } from '../../panels/kern.tsx'
import { t } from '../../texts/index.ts'
import { cleanCode } from '../routes.ts'

/** six in a local network, eight on a hosted server */
const CODE_LENGTHS: readonly number[] = [6, 8]

/** For those without the QR code: one field. Capitals are shown, spaces ignored. */
export function CodeForm({ problem, onCode }: { readonly problem: string; readonly onCode: (code: string) => void }) {
  const text = useSignal('')
  const early = useSignal('')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    if (problem) field.current?.focus()
  }, [problem])
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        const code = cleanCode(text.value)
        if (CODE_LENGTHS.includes(code.length)) return onCode(code)
        early.value = t.join.codeIncomplete
        field.current?.focus()
      }}
    >
      <h1>{t.join.title}</h1>
      <TextField
        label={t.join.codeLabel}
        hint={t.join.codeHint}
        value={text.value}
        problem={early.value || problem}
        inputRef={field}
        onInput={(next) => {
          text.value = next.toUpperCase()
          early.value = ''
        }}
        attributes={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, inputMode: 'text', enterkeyhint: 'go' }}
      />
      <Button kind="primary" size="large" block attributes={{ type: 'submit', 'data-primary': '' }}>
        {t.join.next}
      </Button>
      <p class="muted small">{t.join.why}</p>
    </form>
  )
}
