import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ReviewedText } from '../../../rules/textReview.ts'
import { ApiError, api } from '../../connection/api.ts'
import { localText, t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { Badge, Button, TextField } from '../kern.tsx'

/** [S8] How many free texts would leave the room, and on demand each of them, to be changed or left out. */
export function TextReview() {
  const session = useSession()
  const texts = useSignal<readonly ReviewedText[] | null>(null)
  const open = useSignal(false)
  const problem = useSignal('')
  const load = async () => {
    try {
      texts.value = (await api<{ texts: readonly ReviewedText[] }>(`/api/sessions/${encodeURIComponent(session.code)}/texts`, { token: session.token() })).texts
      problem.value = ''
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : t.common.timeout
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when it is opened, and again after every change
  useEffect(() => void load(), [])
  const { review } = t.exports
  if (problem.value) return <p class="command__problem">{problem.value}</p>
  if (!texts.value) return null
  if (texts.value.length === 0) return <p class="small muted">{review.none}</p>
  return (
    <section class="stack stack--tight" aria-label={review.title}>
      <div class="download-row note note--warn">
        <span class="download-row__title">{review.count(texts.value.length)}</span>
        <Button
          size="small"
          kind={open.value ? 'secondary' : 'tertiary'}
          onClick={() => (open.value = !open.value)}
          attributes={{ 'aria-expanded': open.value }}
        >
          {open.value ? review.close : review.open}
        </Button>
      </div>
      {open.value && (
        <>
          <p class="small muted">{review.what}</p>
          <ul class="stack stack--tight text-review">
            {texts.value.map((text) => (
              <ReviewCard key={text.original} text={text} onDone={() => void load()} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** One text, as it was written and as documents show it. */
function ReviewCard({ text, onDone }: { readonly text: ReviewedText; readonly onDone: () => void }) {
  const { original, kind, places } = text
  const draft = useSignal(text.text)
  const { review } = t.exports
  const about = [review.kinds[kind], localText(text.about)].filter(Boolean).join(', ')
  const set = (value: string) => {
    draft.value = value
    onDone()
  }
  return (
    <li class="card stack stack--tight">
      <div class="cluster">
        <strong class="grow">{about}</strong>
        {places > 1 && <span class="small muted">{review.places(places)}</span>}
        <StateBadge text={text} />
      </div>
      {text.text !== original && <p class="small muted">{review.written(original)}</p>}
      <TextField label={review.field(about)} rows={2} maxLength={500} value={draft.value} onInput={(value) => (draft.value = value)} />
      <div class="cluster">
        <CommandButton
          size="small"
          command={() => (draft.value.trim() ? { type: 'reviewText', original, text: draft.value } : review.writeSomething)}
          onDone={() => set(draft.value)}
        >
          {review.save}
        </CommandButton>
        <CommandButton size="small" kind="tertiary" command={() => ({ type: 'reviewText', original, text: '' })} onDone={() => set('')}>
          {review.leaveOut}
        </CommandButton>
        {text.text !== original && (
          <CommandButton size="small" kind="tertiary" command={() => ({ type: 'reviewText', original, text: original })} onDone={() => set(original)}>
            {review.restore}
          </CommandButton>
        )}
      </div>
    </li>
  )
}

function StateBadge({ text: { text, original } }: { readonly text: ReviewedText }) {
  const { review } = t.exports
  if (text === original) return <Badge>{review.unchanged}</Badge>
  return text === '' ? <Badge tone="warn">{review.leftOut}</Badge> : <Badge tone="good">{review.changed}</Badge>
}
