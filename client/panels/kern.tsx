import type { ButtonHTMLAttributes, ComponentChildren, InputHTMLAttributes, RefObject } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

/** The only place that knows class names of KERN. Thin: markup and states, no behaviour of the game. */

export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'tonal'

export interface ButtonProps {
  readonly kind?: ButtonKind
  readonly size?: 'large' | 'normal' | 'small'
  readonly icon?: IconName
  /** only the icon is seen; the label is read out */
  readonly iconOnly?: boolean
  readonly block?: boolean
  /** cannot be used now, but can be reached and read */
  readonly idle?: boolean
  readonly children: ComponentChildren
  readonly onClick?: (event: MouseEvent) => void
  readonly attributes?: ButtonHTMLAttributes & { readonly 'data-primary'?: string }
  readonly buttonRef?: RefObject<HTMLButtonElement | null>
}

export type IconName =
  | 'add'
  | 'arrow-back'
  | 'arrow-down'
  | 'arrow-forward'
  | 'arrow-up'
  | 'check'
  | 'chevron-right'
  | 'close'
  | 'danger'
  | 'dehaze'
  | 'delete'
  | 'download'
  | 'edit'
  | 'help'
  | 'home'
  | 'info'
  | 'more-vert'
  | 'open-in-new'
  | 'search'
  | 'success'
  | 'warning'

export function Icon({ name }: { readonly name: IconName }) {
  return <span class={`kern-icon kern-icon--${name}`} aria-hidden="true" />
}

export function Button({ kind = 'secondary', size = 'normal', icon, iconOnly, block, idle, children, onClick, attributes, buttonRef }: ButtonProps) {
  const kern = kind === 'tonal' ? 'btn--tonal' : `kern-btn--${kind}`
  const classes = ['kern-btn', kern, size !== 'normal' && `btn--${size}`, iconOnly && 'btn--icon', block && 'btn--block']
  return (
    <button type="button" ref={buttonRef} class={classes.filter(Boolean).join(' ')} aria-disabled={idle ? 'true' : undefined} onClick={onClick} {...attributes}>
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? 'sr-only' : 'kern-label'}>{children}</span>
    </button>
  )
}

/** A quiet action inside a line of text. */
export function LinkButton({ children, onClick, attributes }: Pick<ButtonProps, 'children' | 'onClick' | 'attributes'>) {
  return (
    <button type="button" class="link-button" onClick={onClick} {...attributes}>
      {children}
    </button>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string
  readonly problem?: string
  readonly rows?: number
  readonly maxLength?: number
  readonly counter?: boolean
  readonly inputRef?: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>
  readonly attributes?: InputHTMLAttributes
}

/** One line, or a text area when `rows` is given. The problem stands at the field and is read with it. */
export function TextField({ label, value, onInput, hint, problem, rows, maxLength, counter, inputRef, attributes }: TextFieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    maxLength,
    class: 'field__input',
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {rows ? <textarea ref={inputRef} rows={rows} {...shared} /> : <input ref={inputRef} {...attributes} {...shared} />}
      {counter && maxLength && (
        <span class="field__hint" aria-hidden="true">
          {value.length} / {maxLength}
        </span>
      )}
      {problem && (
        <span class="field__problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly labelHidden?: boolean
}

export function SelectField({ label, value, choices, onChange, labelHidden }: SelectFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label class={labelHidden ? 'sr-only' : 'field__label'} for={id}>
        {label}
      </label>
      <select id={id} class="field__input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function CheckField({
  label,
  checked,
  onChange,
}: {
  readonly label: ComponentChildren
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

export type Tone = 'quiet' | 'good' | 'warn' | 'bad'

export function Badge({ tone = 'quiet', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) {
  return <span class={`badge badge--${tone}`}>{children}</span>
}

export function Note({ tone = 'quiet', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) {
  return <div class={`note note--${tone}`}>{children}</div>
}

/** Two sentences behind a small "?". */
export function HelpWord({ word, children }: { readonly word: string; readonly children: ComponentChildren }) {
  return (
    <details class="help-word">
      <summary aria-label={word}>?</summary>
      <p class="note">{children}</p>
    </details>
  )
}

interface DialogProps {
  readonly title: string
  /** names a button that closes without answering; absent: the answers themselves are the only ways out, and Escape */
  readonly closeLabel?: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Modal: only for a question that must be answered first. Escape closes it; focus returns to where it was. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before anything is painted: a key pressed right after the tap already belongs to the dialog.
  useLayoutEffect(() => {
    const before = document.activeElement
    ref.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      {closeLabel && (
        // Last in order, so that the first thing reached is what the dialog is about.
        <div class="dialog__close">
          <Button kind="tertiary" icon="close" iconOnly onClick={onClose}>
            {closeLabel}
          </Button>
        </div>
      )}
    </dialog>
  )
}

interface SheetProps {
  readonly title: string
  readonly back: string
  readonly onClose: () => void
  readonly aside?: ComponentChildren
  /** the commitment: numbers afterwards and the one button */
  readonly foot?: ComponentChildren
  readonly children: ComponentChildren
}

/** Takes the place of the panel it was opened from; the map stays. Focus goes to its title and returns when it closes. */
export function Sheet({ title, back, onClose, aside, foot, children }: SheetProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <section
      class="sheet"
      id={foot ? undefined : 'main-action'}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault()
          onClose()
        }
      }}
    >
      <header class="sheet__head">
        <Button kind="tertiary" icon="arrow-back" iconOnly onClick={onClose}>
          {back}
        </Button>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </header>
      <div class="sheet__body" id="list">
        {children}
      </div>
      {foot && (
        <footer class="sheet__foot" id="main-action">
          {foot}
        </footer>
      )}
    </section>
  )
}

export interface Tab<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number
  readonly open?: boolean
}

/** Tab list with arrow keys. The panel belongs to the caller: give it `id={`${name}-panel`}` and `role="tabpanel"`. */
export function Tabs<T extends string>({
  name,
  tabs,
  value,
  onChange,
}: {
  readonly name: string
  readonly tabs: readonly Tab<T>[]
  readonly value: T
  readonly onChange: (id: T) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const move = (step: number) => {
    const index = tabs.findIndex((tab) => tab.id === value)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`#${name}-tab-${next.id}`)?.focus()
  }
  return (
    <div
      class="tabs"
      role="tablist"
      ref={list}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1)
        else if (event.key === 'ArrowLeft') move(-1)
        else return
        event.preventDefault()
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          class="tabs__tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === value}
          aria-controls={`${name}-panel`}
          tabIndex={tab.id === value ? 0 : -1}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && <span class={`counter${tab.open ? ' counter--open' : ''}`}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}

interface SegmentsProps<T extends string> {
  readonly label: string
  readonly value: T | null
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  readonly labelHidden?: boolean
  /** the choices are figures: they stay in one row on the narrowest screen too */
  readonly figures?: boolean
}

/** One of a few, all visible. */
export function Segments<T extends string>({ label, value, choices, onChange, labelHidden, figures }: SegmentsProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend class={labelHidden ? 'sr-only' : 'field__label'}>{label}</legend>
      <div class={`segments${figures ? ' segments--figures' : ''}`}>
        {choices.map((choice) => (
          <label key={choice.value} class="segments__choice">
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface StepperProps {
  readonly label: string
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly step?: number
  readonly show: (value: number) => string
  readonly onChange: (value: number) => void
  /** says why there is no more, when plus is pressed at the end */
  readonly onLimit?: () => void
}

/** Minus, value, plus. At its ends a button stays reachable and does nothing but say why. */
export function Stepper({ label, value, min = 0, max, step = 1, show, onChange, onLimit }: StepperProps) {
  const less = Math.max(min, value - step)
  const more = Math.min(max, value + step)
  return (
    <fieldset class="stepper" aria-label={label}>
      <button
        type="button"
        class="stepper__button"
        aria-label={`${label} −`}
        aria-disabled={less === value ? 'true' : undefined}
        onClick={() => onChange(less)}
      >
        −
      </button>
      <output class="stepper__value">{show(value)}</output>
      <button
        type="button"
        class="stepper__button"
        aria-label={`${label} +`}
        aria-disabled={more === value ? 'true' : undefined}
        onClick={() => (more === value ? onLimit?.() : onChange(more))}
      >
        +
      </button>
    </fieldset>
  )
}

/** Parts of a whole, number beside it is the caller's. `parts` in the unit of `whole`. */
export function ProgressBar({ whole, parts }: { readonly whole: number; readonly parts: readonly { readonly amount: number; readonly hatched?: boolean }[] }) {
  return (
    <div class="bar" aria-hidden="true">
      {parts.map((part, index) => (
        <span
          // the parts are a fixed sequence, they never change places
          key={`${index}-${part.hatched}`}
          class={`bar__part${part.hatched ? ' bar__part--hatched' : ''}`}
          style={{ width: `${whole > 0 ? Math.min(100, (part.amount / whole) * 100) : 0}%` }}
        />
      ))}
    </div>
  )
}

/** As ProgressBar, for small whole numbers: one box per point. */
export function PointsBar({ whole, filled, hatched }: { readonly whole: number; readonly filled: number; readonly hatched: number }) {
  const kind = (index: number) => (index < filled ? 'bar__part' : index < filled + hatched ? 'bar__part--hatched' : '')
  return (
    <div class="bar bar--points" aria-hidden="true">
      {Array.from({ length: whole }, (_, index) => (
        <span key={`point-${index + 1}`} class={kind(index)} />
      ))}
    </div>
  )
}
