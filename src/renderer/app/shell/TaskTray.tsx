import { Button, Group, Popover, Progress, Stack, Text, UnstyledButton } from '@mantine/core'
import { useT } from '../i18n.ts'
import { clearFinishedTasks, type Task, useTasks } from '../tasks.ts'
import classes from './Shell.module.css'

/** Long work, at the right of the status bar; opens on the list of tasks with their progress, cancel and result. */
export const TaskTray = () => {
  const t = useT()
  const tasks = useTasks()
  const running = tasks.filter(({ state }) => state === 'running')
  const current = running.at(-1)
  if (tasks.length === 0) return null
  return (
    <div className={classes.tray}>
      <Popover position="top-end" width={360} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.trayButton}>
            {current ? t('common:tasks.running', { count: running.length }) : t('common:tasks.title')}
            {current && <Bar task={current} width={90} />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
            {running.length < tasks.length && (
              <Button variant="subtle" size="compact-sm" onClick={clearFinishedTasks}>
                {t('common:tasks.clear')}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

const TaskLine = ({ task }: { task: Task }) => {
  const t = useT()
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={500}>
          {task.title}
        </Text>
        {task.state === 'running' ? (
          <Button variant="default" size="compact-xs" onClick={task.cancel}>
            {t('common:tasks.cancel')}
          </Button>
        ) : (
          <Text size="xs" c={task.state === 'failed' ? 'var(--risk)' : 'dimmed'}>
            {t(`common:tasks.${task.state}`)}
          </Text>
        )}
      </Group>
      {task.state === 'running' && <Bar task={task} />}
    </Stack>
  )
}

const Bar = ({ task, width }: { task: Task; width?: number }) => {
  const total = task.progress?.total
  const known = total != null && total > 0
  return (
    <Progress
      w={width}
      size="sm"
      value={known ? Math.min(100, ((task.progress?.done ?? 0) / total) * 100) : 100}
      animated={!known}
      aria-label={task.title}
    />
  )
}
