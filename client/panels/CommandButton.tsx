import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Command } from '../../rules/commands.ts'
import { t } from '../texts/index.ts'
import { Button, type ButtonKind, type ButtonProps } from './kern.tsx'
import { useCommand } from './useCommand.ts'

interface CommandButtonProps {
  readonly children: ComponentChildren
  /** a command, or a sentence why it is too early; that sentence is then shown and nothing is sent */
  readonly command: () => Command | string
  readonly onDone?: () => void
  readonly kind?: ButtonKind
  readonly size?: ButtonProps['size']
  readonly block?: boolean
  /** the one main action of the screen */
  readonly primary?: boolean
  readonly icon?: ButtonProps['icon']
  readonly label?: string
}

/** A button that sends a command: says when saving takes longer, never sends twice, and explains a refusal right below itself. */
export function CommandButton({ children, command, onDone, kind = 'secondary', size, block, primary, icon, label }: CommandButtonProps) {
  const { run, busy, slow, problem, setProblem } = useCommand()
  const id = useId()
  const press = async () => {
    const asked = command()
    if (typeof asked === 'string') setProblem(asked)
    else if (await run(asked)) onDone?.()
  }
  return (
    <div class={`command${block ? ' command--block' : ''}`}>
      <Button
        kind={primary ? 'primary' : kind}
        size={primary ? 'large' : size}
        icon={icon}
        block={block}
        idle={busy}
        onClick={() => void press()}
        attributes={{ 'aria-describedby': problem ? id : undefined, 'aria-label': label, ...(primary ? { 'data-primary': '' } : {}) }}
      >
        {slow ? t.common.saving : children}
      </Button>
      <p class="command__problem" id={id} role="alert">
        {problem}
      </p>
    </div>
  )
}
