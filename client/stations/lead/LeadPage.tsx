import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Announcer } from '../../panels/Announcer.tsx'
import { PageFoot } from '../../panels/PageFoot.tsx'
import { t } from '../../texts/index.ts'
import { leadToken, rememberLead, signIn } from './leadAccess.ts'
import { Overview } from './Overview.tsx'
import { SignIn } from './SignIn.tsx'
import './lead.css'

/** `/leitung`: entered by the one-time link of the console (its secret stands behind #) or a PIN; then all sessions and scenarios. */
export function LeadPage() {
  const token = useSignal(leadToken())
  const problem = useSignal('')
  const busy = useSignal(false)
  useEffect(() => {
    const ticket = location.hash.slice(1)
    if (!ticket) return
    history.replaceState(null, '', '/leitung')
    busy.value = true
    signIn({ ticket }).then(
      (fresh) => {
        rememberLead(fresh)
        token.value = fresh
        busy.value = false
      },
      () => {
        busy.value = false
        // A used link does no harm on a device that has signed in before.
        if (!token.value) problem.value = t.lead.linkUsed
      },
    )
  }, [token, problem, busy])
  const enter = (fresh: string) => {
    rememberLead(fresh)
    problem.value = ''
    token.value = fresh
  }
  const leave = () => {
    rememberLead('')
    token.value = ''
  }
  return (
    <main class="page lead-page">
      <Announcer />
      <h1>{t.lead.title}</h1>
      {busy.value ? (
        <p>{t.lead.signingIn}</p>
      ) : token.value ? (
        <Overview token={token.value} onSignedOut={leave} />
      ) : (
        <SignIn problem={problem.value} onSignedIn={enter} />
      )}
      <PageFoot />
    </main>
  )
}
