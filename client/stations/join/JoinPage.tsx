import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ApiError } from '../../connection/api.ts'
import { type Door, lookThroughDoor } from '../../connection/door.ts'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { Announcer, announce } from '../../panels/Announcer.tsx'
import { PageFoot } from '../../panels/PageFoot.tsx'
import { t } from '../../texts/index.ts'
import { cleanCode } from '../routes.ts'
import './join.css'
import { CodeForm } from './CodeForm.tsx'
import { SeatChoice } from './SeatChoice.tsx'

/** While the door is closed, the page looks again this often and opens by itself. */
const LOOK_AGAIN_MS = 3000

/** `/` and `/s/#CODE`: from the code on the wall to a seat, two taps after the scan. */
export function JoinPage() {
  const code = useSignal(cleanCode(location.hash.slice(1)))
  const door = useSignal<Door | null>(null)
  const problem = useSignal('')

  useEffect(() => {
    const follow = () => {
      code.value = cleanCode(location.hash.slice(1))
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [code])

  const asked = code.value
  useEffect(() => {
    door.value = null
    if (!asked) return
    // A device that has its seat goes straight back to it.
    if (rememberedSeat(asked, 'team')) return location.replace(`/team/${asked}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const look = async () => {
      const found = await lookThroughDoor(asked).catch((error: unknown) => error as ApiError)
      if (gone) return
      if (found instanceof ApiError) {
        problem.value = sentenceFor(found)
        announce(problem.value)
        if (found.status !== 0) {
          code.value = ''
          return
        }
      } else {
        problem.value = ''
        door.value = found
      }
      timer = setTimeout(() => void look(), LOOK_AGAIN_MS)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asked, code, door, problem])

  const enter = (next: string) => {
    history.replaceState(null, '', `/s/#${next}`)
    problem.value = ''
    code.value = next
  }
  const leave = () => {
    history.replaceState(null, '', '/')
    code.value = ''
    problem.value = ''
  }

  return (
    <main class="page join">
      <Announcer />
      <p class="join__product">{t.common.product}</p>
      {!asked && <CodeForm problem={problem.value} onCode={enter} />}
      {asked && !door.value && (
        <div class="stack">
          <p role="status">{problem.value || t.join.loading}</p>
          {problem.value && <a href="/check">{t.join.checkConnection}</a>}
        </div>
      )}
      {asked && door.value && <SeatChoice code={asked} door={door.value} onLeave={leave} />}
      <PageFoot />
    </main>
  )
}

function sentenceFor(error: ApiError): string {
  if (error.status === 0) return t.join.unreachable
  if (error.status === 404) return t.join.unknownCode
  if (error.status === 429) return t.join.tooManyTries
  return error.message
}
