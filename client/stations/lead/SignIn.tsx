import { useSignal } from '@preact/signals'
import { ApiError } from '../../connection/api.ts'
import { Button, Note, TextField } from '../../panels/kern.tsx'
import { t } from '../../texts/index.ts'
import { signIn } from './leadAccess.ts'

interface SignInProps {
  readonly problem: string
  readonly onSignedIn: (token: string) => void
}

/** A PIN has digits only; the key of an organisation is longer and mixed. */
const secretOf = (typed: string) => (/^\d{1,64}$/.test(typed) ? { pin: typed } : { key: typed })

/** Where the link has been used up, or the server is hosted and asks for a PIN. */
export function SignIn({ problem, onSignedIn }: SignInProps) {
  const pin = useSignal('')
  const refused = useSignal('')
  const busy = useSignal(false)
  const enter = async () => {
    if (busy.value || !pin.value.trim()) return
    busy.value = true
    try {
      onSignedIn(await signIn(secretOf(pin.value.trim())))
    } catch (error) {
      refused.value = error instanceof ApiError ? error.message : t.common.timeout
    } finally {
      busy.value = false
    }
  }
  return (
    <div class="stack">
      {problem && <Note tone="warn">{problem}</Note>}
      <p>{t.lead.signInText}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <TextField
          label={t.lead.pin}
          hint={t.lead.pinHint}
          problem={refused.value}
          value={pin.value}
          onInput={(value) => {
            pin.value = value
            refused.value = ''
          }}
          attributes={{ type: 'password', autoComplete: 'current-password' }}
        />
        <div>
          <Button kind="primary" idle={busy.value} attributes={{ type: 'submit', 'data-primary': '' }}>
            {t.lead.signIn}
          </Button>
        </div>
      </form>
    </div>
  )
}
