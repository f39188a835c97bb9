/** «Planfix»: the tasks of the account beside the desk, as its own people see them there. */
import type { PlanfixTaskView, PlanfixView } from '../../wire'
import { el, fill } from '../dom'
import { attempt } from '../head/toasts'
import { get } from '../requests'
import type { Store } from '../store'
import { texts } from '../text.ru'

export const mountPlanfixTab = (panel: HTMLElement, store: Store): void => {
  const person = el('select', { id: 'planfixPerson', onchange: () => draw() })
  const about = el('span', { class: 'hint' })
  const list = el('ul', { class: 'planfixTasks', 'aria-label': 'Задачи Planfix' })
  const head = el('div', { class: 'listHead' }, el('label', { for: 'planfixPerson' }, texts.planfix.whose), person, about)
  panel.append(head, el('div', { class: 'scroll' }, list))
  let view: PlanfixView | null = null
  const draw = (): void => {
    const tasks = (view?.tasks ?? []).filter(({ assignees }) => person.value === '' || assignees.includes(person.value))
    about.textContent = view === null ? '' : `${view.host} · ${texts.planfix.requests(view.requests)}`
    fill(list, tasks.length === 0 ? [el('li', { class: 'emptyState' }, emptyWords(view))] : tasks.map((task) => taskElement(task, view)))
  }
  let revision = 0
  store.watch(({ summary, tab }) => {
    if (tab !== 'planfix' || summary.revision === revision) return
    revision = summary.revision
    attempt(async () => {
      view = await get<PlanfixView | null>('/planfix')
      fillPeople(person, view)
      draw()
    })
  })
}

const emptyWords = (view: PlanfixView | null): string => {
  if (view === null) return texts.planfix.absent
  return view.tasks.length > 0 ? texts.planfix.noneOfTheirs : texts.planfix.connect(view)
}

const fillPeople = (select: HTMLSelectElement, view: PlanfixView | null): void => {
  const chosen = select.value
  const people = view?.people ?? []
  fill(select, [
    el('option', { value: '' }, texts.planfix.everybody),
    ...people.map(({ name, email }) => el('option', { value: email }, name)),
  ])
  select.value = people.some(({ email }) => email === chosen) ? chosen : ''
}

const taskElement = (task: PlanfixTaskView, view: PlanfixView | null): HTMLElement => {
  const names = task.assignees.map((email) => view?.people.find((one) => one.email === email)?.name ?? email)
  const facts = [`№ ${task.id}`, names.join(', ') || texts.planfix.nobody, task.until !== '' && texts.planfix.until(task.until)]
  return el(
    'li',
    { class: task.isNew ? '' : 'closed' },
    el('strong', {}, task.name),
    el('span', { class: 'hint' }, [...facts, task.isNew ? texts.planfix.open : texts.planfix.closed].filter(Boolean).join(' · ')),
    task.description !== '' && el('p', {}, plainText(task.description)),
    ...task.comments.map((comment) => el('p', { class: 'planfixComment' }, plainText(comment))),
  )
}

/** Planfix keeps markup; what it says is shown, nothing of it runs. */
const plainText = (markup: string): string =>
  new DOMParser().parseFromString(markup.replace(/<br\s*\/?>|<\/p>/gi, '\n'), 'text/html').body.textContent ?? ''
