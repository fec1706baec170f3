import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ColumnKey } from '../../../rules/authoring/list/columns.ts'
import { ApiError } from '../../connection/api.ts'
import { announce } from '../../panels/Announcer.tsx'
import { Button, Note, SelectField, TextField } from '../../panels/kern.tsx'
import { t } from '../../texts/index.ts'
import { FileField } from './FileField.tsx'
import { ImportFindings } from './ImportFindings.tsx'
import { base64Of, type ImportPreview, importTown, MOST_BYTES } from './ownTownAccess.ts'

const CRS = ['EPSG:25833', 'EPSG:25832', 'EPSG:4326', 'EPSG:3857', 'EPSG:31468', 'EPSG:31469']

interface OwnTownProps {
  readonly token: string
  /** a scenario was taken in */
  readonly onKept: (scenarioId: string) => void
}

/** List and map of the own municipality: choose, look at what was read, put right, confirm. Nothing is kept before that. */
export function OwnTown({ token, onKept }: OwnTownProps) {
  const list = useSignal<File | undefined>(undefined)
  const map = useSignal<File | undefined>(undefined)
  const town = useSignal('')
  const inhabitants = useSignal('')
  const attribution = useSignal('')
  const crs = useSignal('')
  const districtField = useSignal('')
  const columns = useSignal<Partial<Record<ColumnKey, string | number>>>({})
  const preview = useSignal<ImportPreview | null>(null)
  const problem = useSignal('')
  const done = useSignal('')
  const busy = useSignal(false)
  const running = useRef<AbortController | null>(null)

  const wishProblem = () => {
    if (!list.value) return t.lead.ownTown.listMissing
    if ([list.value, map.value].some((file) => file && file.size > MOST_BYTES)) return t.lead.ownTown.tooLarge
    if (!town.value.trim()) return t.lead.ownTown.townMissing
    return /^\d{1,7}$/.test(inhabitants.value.replace(/[.\s]/g, '')) ? '' : t.lead.ownTown.inhabitantsWrong
  }
  const submit = async (keep: boolean) => {
    problem.value = wishProblem()
    done.value = ''
    if (problem.value || busy.value || !list.value) return
    busy.value = true
    running.current = new AbortController()
    try {
      const answer = await importTown(
        {
          list: await base64Of(list.value),
          ...(map.value && { map: await base64Of(map.value) }),
          columns: columns.value,
          ...(crs.value && { crs: crs.value }),
          ...(districtField.value.trim() && { districtField: districtField.value.trim() }),
          ...(attribution.value.trim() && { attribution: attribution.value.trim() }),
          town: town.value.trim(),
          inhabitants: Number(inhabitants.value.replace(/[.\s]/g, '')),
          keep,
        },
        token,
        running.current.signal,
      )
      if ('id' in answer) {
        done.value = t.lead.ownTown.kept(town.value.trim())
        preview.value = null
        onKept(answer.id)
      } else preview.value = answer
      announce(done.value || t.lead.ownTown.found(preview.value?.measures ?? 0, ''))
    } catch (error) {
      if (!running.current.signal.aborted) problem.value = error instanceof ApiError ? error.message : t.common.timeout
    } finally {
      busy.value = false
    }
  }
  const texts = t.lead.ownTown
  const changed =
    <T,>(take: (value: T) => void) =>
    (value: T) => {
      take(value)
      // What was shown belongs to other files.
      preview.value = null
    }
  return (
    <div class="stack">
      <p>{texts.text}</p>
      <FileField
        label={texts.list}
        accept=".xlsx,.csv,.txt"
        onChange={changed((file) => {
          list.value = file
          columns.value = {}
        })}
      />
      <FileField
        label={texts.map}
        accept=".geojson,.json"
        onChange={changed((file) => {
          map.value = file
        })}
      />
      <div class="lead-page__pair">
        <TextField
          label={texts.town}
          maxLength={80}
          value={town.value}
          onInput={(value) => {
            town.value = value
          }}
        />
        <TextField
          label={texts.inhabitants}
          maxLength={9}
          value={inhabitants.value}
          onInput={(value) => {
            inhabitants.value = value
          }}
          attributes={{ inputMode: 'numeric' }}
        />
      </div>
      {map.value && (
        <>
          <TextField
            label={texts.attribution}
            hint={texts.attributionHint}
            maxLength={300}
            value={attribution.value}
            onInput={(value) => {
              attribution.value = value
            }}
          />
          <div class="lead-page__pair">
            <SelectField
              label={texts.crs}
              value={crs.value}
              choices={[{ value: '', label: texts.crsGuess }, ...CRS.map((id) => ({ value: id, label: id }))]}
              onChange={changed((value) => {
                crs.value = value
              })}
            />
            <TextField
              label={texts.districtField}
              hint={texts.districtFieldHint}
              maxLength={60}
              value={districtField.value}
              onInput={changed((value) => {
                districtField.value = value
              })}
            />
          </div>
        </>
      )}
      {problem.value && <Note tone="bad">{problem.value}</Note>}
      {done.value && <Note tone="good">{done.value}</Note>}
      {busy.value ? (
        <div class="cluster">
          <span>{texts.reading}</span>
          <Button kind="tertiary" onClick={() => running.current?.abort()}>
            {texts.giveUp}
          </Button>
        </div>
      ) : (
        <div>
          <Button kind={preview.value ? 'secondary' : 'primary'} onClick={() => void submit(false)}>
            {preview.value ? texts.again : texts.read}
          </Button>
        </div>
      )}
      {preview.value && !busy.value && (
        <ImportFindings
          preview={preview.value}
          chosen={columns.value}
          onChoose={(key, column) => {
            columns.value = { ...columns.value, [key]: column }
          }}
          onKeep={() => void submit(true)}
        />
      )}
    </div>
  )
}
