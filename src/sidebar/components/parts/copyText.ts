/** Copies a text by a press of a button: the frame of a sidebar may not use the newer clipboard, so the older way goes first. */

export function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  if (!copied) void navigator.clipboard?.writeText(text).catch(() => undefined)
  return copied
}
