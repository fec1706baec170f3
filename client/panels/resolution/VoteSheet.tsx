import { useSignal } from '@preact/signals'
import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Note, Segments, Sheet, TextField } from '../kern.tsx'
import { HandedIn } from '../priorities/HandedIn.tsx'
import { PackageSummary } from './PackageSummary.tsx'

/** Votes on the package: hidden until all have voted [D2]. Objections and doubts need a sentence. */
export function VoteSheet() {
  const { own, shared, scenario, close } = useDesk()
  const vote = useSignal(own.ballots.vote)
  const reason = useSignal('')
  const needsReason = vote.value === 'no' || vote.value === 'reservations'
  const command = () => {
    if (!vote.value) return t.resolution.chooseVote
    if (needsReason && !reason.value.trim()) return t.resolution.giveReason
    return { type: 'voteOnPackage' as const, vote: vote.value, ...(needsReason ? { reason: reason.value.trim() } : {}) }
  }
  return (
    <Sheet
      title={t.resolution.voteTitle}
      back={t.common.back}
      onClose={close}
      foot={
        <div class="stack stack--tight">
          <HandedIn voters={shared.package.voters} votersIn={shared.package.votersIn} />
          <CommandButton primary block command={command} onDone={close}>
            {own.ballots.vote ? t.resolution.changeVote : t.resolution.giveVote}
          </CommandButton>
        </div>
      }
    >
      <div class="stack">
        {scenario.settings.voteRule === 'council' && <Note>{t.resolution.asCouncil}</Note>}
        <PackageSummary />
        <Segments
          label={t.resolution.voteTitle}
          value={vote.value}
          choices={[
            { value: 'yes', label: t.resolution.yes },
            { value: 'reservations', label: t.resolution.reservations },
            { value: 'no', label: t.resolution.no },
          ]}
          onChange={(next) => {
            vote.value = next
          }}
        />
        {needsReason && (
          <TextField
            label={t.resolution.why}
            value={reason.value}
            rows={2}
            maxLength={200}
            counter
            onInput={(text) => {
              reason.value = text
            }}
          />
        )}
      </div>
    </Sheet>
  )
}
