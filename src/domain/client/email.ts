/** An e-mail address that a letter can be sent to: exactly one, as mail programs write it. */

const local = /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*$/i
/** Latin or Russian: a Russian «а» among Latin letters is another address, and nobody's. */
const label = /^(?!-)(?:[a-z\d-]{1,63}|[а-яё\d-]{1,63})(?<!-)$/i

/** Google takes no longer ones. */
const longest = 254

/** Example: isOneEmail('prichal@example.org') → true; «нет», 'a@x.org.', 'a@x.org, b@x.org', 'mailto:a@x.org', 'a@mаyak.org' with a Russian «а» → false. */
export function isOneEmail(text: string): boolean {
  if (text.length > longest) return false
  const [name = '', domain = '', ...more] = text.split('@')
  const labels = domain.split('.')
  return (
    more.length === 0 &&
    local.test(name) &&
    labels.length > 1 &&
    labels.every((one) => label.test(one)) &&
    !/^\d*$/.test(labels.pop() ?? '')
  )
}

/** Whether a text can be written to: one address, or, in older cards, several with commas between. */
export function isEmail(text: string): boolean {
  return text.split(',').every((one) => isOneEmail(one.trim()))
}
