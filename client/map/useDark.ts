import { useEffect, useState } from 'preact/hooks'

/** Is the page dark here? As KERN decides: the nearest data-kern-theme, else what the device prefers. */
export function useDark(host: { readonly current: HTMLElement | null }): boolean {
  const [dark, setDark] = useState(() => isDark(null))
  useEffect(() => {
    const check = () => setDark(isDark(host.current))
    const preference = matchMedia('(prefers-color-scheme: dark)')
    const themes = new MutationObserver(check)
    preference.addEventListener('change', check)
    themes.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ['data-kern-theme'] })
    check()
    return () => {
      preference.removeEventListener('change', check)
      themes.disconnect()
    }
  }, [host])
  return dark
}

function isDark(element: HTMLElement | null): boolean {
  const theme = (element ?? document.body).closest('[data-kern-theme]')?.getAttribute('data-kern-theme')
  return theme === 'dark' || theme === 'light' ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}
