import { useEffect, useState } from 'preact/hooks'
import { Announcer, announce } from '../../panels/Announcer.tsx'
import { Button } from '../../panels/kern.tsx'
import { PageFoot } from '../../panels/PageFoot.tsx'
import { t } from '../../texts/index.ts'
import './pages.css'
import { CHECKS, type CheckId, type Finding } from './tryConnection.ts'

const IDS = Object.keys(CHECKS) as CheckId[]
/** Without these taking part is not possible; the others only make it less comfortable. */
const NEEDED: readonly CheckId[] = ['server', 'live']

/** `/check`: can this device take part from here? For the facilitator before the workshop and for whoever cannot join. */
export function CheckPage() {
  const [findings, setFindings] = useState<Partial<Record<CheckId, Finding>>>({})
  const [run, setRun] = useState(0)
  useEffect(() => {
    let gone = false
    setFindings({})
    const tryAll = async () => {
      for (const id of IDS) {
        const finding = await CHECKS[id]()
        if (gone) return
        setFindings((before) => ({ ...before, [id]: finding }))
      }
    }
    void tryAll()
    return () => {
      gone = true
    }
  }, [run])
  const summary = summaryOf(findings)
  useEffect(() => {
    if (summary) announce(summary)
  }, [summary])
  return (
    <main class="page text-page">
      <Announcer />
      <p class="text-page__product">{t.common.product}</p>
      <h1>{t.pages.check.title}</h1>
      <p>{t.pages.check.intro}</p>
      <ul class="check__items">
        {IDS.map((id) => (
          <Item key={id} id={id} finding={findings[id]} />
        ))}
      </ul>
      {summary && (
        <p>
          <strong>{summary}</strong>
        </p>
      )}
      <div class="cluster">
        <Button kind="primary" onClick={() => setRun(run + 1)} attributes={{ 'data-primary': '' }}>
          {t.pages.check.again}
        </Button>
      </div>
      <PageFoot />
    </main>
  )
}

/** One sentence when all is tried; '' before. */
function summaryOf(findings: Partial<Record<CheckId, Finding>>): string {
  if (IDS.some((id) => !findings[id])) return ''
  return NEEDED.every((id) => findings[id]?.good) ? t.pages.check.allGood : t.pages.check.notAllGood
}

function Item({ id, finding }: { readonly id: CheckId; readonly finding: Finding | undefined }) {
  const { name, help } = t.pages.check.items[id]
  return (
    <li class="card check__item">
      <p class="check__head">
        <strong>{name}</strong>
        <span>{wordsOf(finding)}</span>
      </p>
      {finding && !finding.good && <p class="muted">{help}</p>}
    </li>
  )
}

function wordsOf(finding: Finding | undefined): string {
  if (!finding) return t.pages.check.running
  if (finding.ms !== undefined) return t.pages.check.milliseconds(finding.ms)
  return finding.good ? t.pages.check.good : t.pages.check.bad
}
