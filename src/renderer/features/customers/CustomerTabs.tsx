import { Tabs } from '@mantine/core'
import { type CustomerTab, type CustomerTabProps, customerTabGroups, customerTabs } from '../../app/customerTabs.ts'
import { useT } from '../../app/i18n.ts'
import classes from './customers.module.css'

const [first] = customerTabs
const groups = customerTabGroups.map((group) => ({ group, tabs: customerTabs.filter((tab) => tab.group === group) }))

/** What is shown of a customer, by subject; a subject of several tabs has them in a row of its own. */
export const CustomerTabs = (props: CustomerTabProps) => {
  const t = useT()
  const { search, change } = props
  const shown = customerTabs.find(({ id }) => id === search.tab) ?? first
  const open = (id: string | undefined) => change({ tab: id === first.id ? undefined : id })
  return (
    <Tabs
      value={shown.group}
      onChange={(group) => open(customerTabs.find((tab) => tab.group === group)?.id)}
      activateTabWithKeyboard={false}
      className={classes.tabs}
    >
      <Tabs.List>
        {groups.map(({ group }) => (
          <Tabs.Tab key={group} value={group}>
            {t(`customers:page.groups.${group}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {groups.map(({ group, tabs }) => (
        <Tabs.Panel key={group} value={group} className={classes.panel}>
          {tabs.length > 1 ? (
            <SubTabs label={t(`customers:page.groups.${group}`)} tabs={tabs} {...props} />
          ) : (
            <shown.Tab key={props.customer.id} {...props} />
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

const SubTabs = ({ label, tabs, ...props }: CustomerTabProps & { label: string; tabs: CustomerTab[] }) => {
  const t = useT()
  // The page opens on the first of all without a name in its address.
  const shown = tabs.find(({ id }) => id === props.search.tab) ?? tabs[0]
  return (
    <Tabs
      value={shown?.id ?? null}
      onChange={(tab) => tab && props.change({ tab })}
      activateTabWithKeyboard={false}
      variant="pills"
      className={classes.tabs}
      classNames={{ tab: classes.subTab ?? '' }}
    >
      <Tabs.List aria-label={label} className={classes.subTabs}>
        {tabs.map(({ id, labelKey }) => (
          <Tabs.Tab key={id} value={id}>
            {t(labelKey)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, Tab }) => (
        <Tabs.Panel key={id} value={id} className={classes.panel}>
          <Tab key={props.customer.id} {...props} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
