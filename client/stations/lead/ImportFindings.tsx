import { COLUMN_KEYS, type ColumnKey } from '../../../rules/authoring/list/columns.ts'
import { columnLetter } from '../../../rules/authoring/list/table.ts'
import type { ImportProblem } from '../../../rules/authoring/problem.ts'
import { Button, Note, SelectField } from '../../panels/kern.tsx'
import { localText, t } from '../../texts/index.ts'
import type { ImportPreview } from './ownTownAccess.ts'

interface ImportFindingsProps {
  readonly preview: ImportPreview
  readonly chosen: Partial<Record<ColumnKey, string | number>>
  /** @param column number from 1, or '' for none */
  readonly onChoose: (key: ColumnKey, column: number | '') => void
  readonly onKeep: () => void
}

/** What was read: columns that can be put right, mistakes with their place, and everything that was assumed. */
export function ImportFindings({ preview, chosen, onChoose, onKeep }: ImportFindingsProps) {
  const texts = t.lead.ownTown
  const { table, mapping, map, measures, problems, hints, variants } = preview
  const columns = table.headings.map((heading, column) => ({ value: String(column + 1), label: texts.column(columnLetter(column), heading) }))
  const columnOf = (key: ColumnKey) => String(chosen[key] ?? (mapping[key] === undefined ? '' : mapping[key] + 1))
  return (
    <div class="stack">
      <p>
        <strong>{texts.found(measures, table.sheet)}</strong>
        {map.crs && <span class="lead-page__line muted">{`${texts.mapFacts(map.districts, map.sites, map.crs)} · ${map.attribution}`}</span>}
      </p>
      {problems.length > 0 && (
        <Note tone="bad">
          {texts.problems(problems.length)}
          <Findings findings={problems} />
        </Note>
      )}
      {table.headings.length > 0 && (
        <details open={problems.length > 0}>
          <summary class="fold">{texts.columns}</summary>
          <div class="lead-page__columns fold__body">
            {COLUMN_KEYS.map((key) => {
              const column = columnOf(key)
              const example = column === '' ? '' : (table.example[Number(column) - 1] ?? '')
              return (
                <div key={key}>
                  <SelectField
                    label={texts.keys[key]}
                    value={column}
                    choices={[{ value: '', label: texts.noColumn }, ...columns]}
                    onChange={(value) => onChoose(key, value === '' ? '' : Number(value))}
                  />
                  {example && <span class="small muted lead-page__example">{texts.example(example)}</span>}
                </div>
              )
            })}
          </div>
        </details>
      )}
      {variants.length > 0 && (
        <ul>
          {variants.map(({ title, teams }) => (
            <li key={localText(title)}>{texts.variant(localText(title), teams.map(localText).join(' · '))}</li>
          ))}
        </ul>
      )}
      {hints.length > 0 && (
        <details open={problems.length === 0}>
          <summary class="fold">{texts.assumed}</summary>
          <Findings findings={hints} />
        </details>
      )}
      {problems.length === 0 && (
        <div>
          <Button kind="primary" icon="add" onClick={onKeep}>
            {texts.keep}
          </Button>
        </div>
      )}
    </div>
  )
}

function Findings({ findings }: { readonly findings: readonly ImportProblem[] }) {
  return (
    <ul class="lead-page__findings">
      {findings.map(({ place, message }) => (
        <li key={`${place} ${message}`}>
          <strong>{place}:</strong> {message}
        </li>
      ))}
    </ul>
  )
}
