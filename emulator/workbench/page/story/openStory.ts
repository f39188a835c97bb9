/** «Открыть историю…»: by the button, or by dropping the file anywhere on the page. */
import type { StoryView } from '../../story/storyWire'
import { el } from '../dom'
import { ask, attempt } from '../head/toasts'
import { post } from '../requests'
import type { Store } from '../store'
import { texts } from '../text.ru'

export const storyButton = (store: Store): HTMLElement => {
  const input = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': texts.story.open })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    input.value = ''
    if (file) attempt(() => openStory(file, store))
  })
  const button = el('button', { class: 'plain', title: texts.story.hint, onclick: () => input.click() }, texts.story.open)
  store.watch(({ summary }) => {
    button.disabled = summary.jumping || summary.story?.playing === true
  })
  return el('span', { class: 'openStory' }, button, input)
}

export const takeDroppedStories = (root: HTMLElement, store: Store): void => {
  root.addEventListener('dragover', (event) => {
    if (isFile(event)) event.preventDefault()
  })
  root.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    attempt(() => openStory(file, store))
  })
}

const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

const openStory = async (file: File, store: Store): Promise<void> => {
  if (!(await ask({ message: texts.story.question(file.name), yes: texts.story.yes, no: 'Отмена' }))) return
  await post<StoryView>('/story', { name: file.name, text: await file.text() })
  store.set({ tab: 'story' })
}
