/** The header bar: the product, the sample's mark, who is signed in, the clock, reset. */

import { el, fill } from '../dom'
import { post, signIn } from '../requests'
import type { Store } from '../store'
import { texts } from '../text.ru'
import { mountClock } from './clock'
import { ask, attempt, showToast } from './toasts'

export const mountHeader = (root: HTMLElement, store: Store): void => {
  const mark = el('span', { class: 'sampleMark' })
  const title = el('h1', {}, texts.product)
  const reset = el('button', { class: 'plain', onclick: () => attempt(() => askReset()) }, 'Сбросить')
  const header = el('header', { class: 'topBar' }, el('div', { class: 'brand' }, title, el('p', {}, texts.stand, mark)))
  mountWho(header, store)
  mountClock(header, store)
  header.append(reset)
  root.append(header)
  store.watch(({ summary }) => {
    mark.textContent = texts.sample
    mark.hidden = !summary.sample
    mark.title = `${summary.title}: выдуманные люди и организации`
    reset.disabled = summary.jumping
  })
  tellOnce(store.state.summary.notice)
}

/** What was said about a start is said once to each tab of the browser. */
const tellOnce = (notice: string): void => {
  if (notice === '' || sessionStorage.getItem('notice') === notice) return
  sessionStorage.setItem('notice', notice)
  setTimeout(() => showToast(notice))
}

const askReset = async (): Promise<void> => {
  if (!(await ask({ message: texts.resetQuestion, yes: 'Сбросить', no: 'Отмена' }))) return
  await post('/reset')
  location.reload()
}

const mountWho = (header: HTMLElement, store: Store): void => {
  const choice = el('select', { id: 'who', onchange: () => attempt(() => signIn(choice.value).then((summary) => store.take(summary))) })
  header.append(el('label', { class: 'who', for: 'who' }, el('span', {}, 'Кто:'), choice))
  let drawn = ''
  store.watch(({ summary }) => {
    const people = JSON.stringify(summary.people)
    if (people !== drawn) {
      drawn = people
      fill(
        choice,
        summary.people.map(({ email, name, role }) =>
          el('option', { value: email, title: email }, role === '' ? name : `${name}, ${role}`),
        ),
      )
    }
    choice.value = summary.user
    choice.title = summary.user
  })
}
