import { entry } from '../../../rules/ids.ts'
import { code, list, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { amounts } from '../measures/statusWords.ts'
import { codeOf } from '../news/newsOf.ts'

/** What would be decided now, and, folded, what not and why. */
export function PackageSummary() {
  const desk = useDesk()
  const { shared, measures, scenario } = desk
  const notIn = Object.entries(shared.package.notIn)
  return (
    <div class="stack stack--tight">
      {shared.package.measureIds.length === 0 ? (
        <p class="muted">{t.resolution.emptyPackage}</p>
      ) : (
        <>
          <p class="strong">{t.resolution.inPackage(shared.package.measureIds.length)}</p>
          <ul class="rows">
            {shared.package.measureIds.map((id) => {
              const measure = entry(measures, id)
              const proposal = entry(shared.proposals, id)
              return (
                measure && (
                  <li key={id} class="row row--low">
                    <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} size={36} />
                    <span class="grow">
                      <span class="sr-only">{code(measure.code)} </span>
                      {localText(measure.title)}
                    </span>
                    <span class="small muted nowrap">{money(proposal?.ownContribution ?? 0)}</span>
                  </li>
                )
              )
            })}
          </ul>
        </>
      )}
      {notIn.length > 0 && (
        <details>
          <summary class="fold">{t.resolution.notInPackage(notIn.length)}</summary>
          <ul class="stack stack--tight fold__body">
            {notIn.map(([id, why]) => (
              <li key={id}>
                <strong>{codeOf(desk, id)}</strong>: {whyNot(id, why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )

  function whyNot(id: string, why: string): string {
    const proposal = entry(shared.proposals, id)
    if (proposal && why === 'conflictOpen') return t.resolution.conflictWith(list(proposal.openConflicts.map((reference) => partner(id, reference))))
    if (proposal && why === 'notCovered') return t.resolution.missing(amounts(proposal.missingFunds, proposal.missingStaff))
    if (proposal && why === 'prerequisiteMissing') return t.measures.needsFirst(list(proposal.missingPrerequisites.map((required) => codeOf(desk, required))))
    return t.resolution.reasons[why] ?? why
  }

  function partner(id: string, referenceId: string): string {
    const reference = entry(shared.crossReferences, referenceId)
    return reference ? codeOf(desk, reference.a === id ? reference.b : reference.a) : ''
  }
}
