import { t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Sheet } from '../kern.tsx'
import { RequestCard } from './RequestCard.tsx'

/** One request alone, opened from the line „Ansehen“; when it has been answered meanwhile, it says so. */
export function RequestSheet({ requestId }: { readonly requestId: string }) {
  const { own, close } = useDesk()
  const request = own.requests.find(({ id }) => id === requestId)
  return (
    <Sheet title={t.requests.title} back={t.common.back} onClose={close}>
      {request ? <RequestCard request={request} /> : <p class="empty">{t.requests.answered}</p>}
    </Sheet>
  )
}
