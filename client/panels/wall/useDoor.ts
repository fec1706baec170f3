import { useEffect, useState } from 'preact/hooks'
import { type Door, lookThroughDoor } from '../../connection/door.ts'
import { useSession } from '../../view/session.ts'

const AGAIN_MS = 10_000

/** What the door says: the address for other devices, and until when the session is kept. Asked again until it answers, and as the session closes. */
export function useDoor(): Door | undefined {
  const { code, store } = useSession()
  const closed = store.shared.value?.closed ?? false
  const [door, setDoor] = useState<Door>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const look = (): void => {
      lookThroughDoor(code).then(
        (found) => {
          if (!gone) setDoor(found)
        },
        () => {
          if (!gone) timer = setTimeout(look, AGAIN_MS)
        },
      )
    }
    look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [code, closed])
  return door
}
