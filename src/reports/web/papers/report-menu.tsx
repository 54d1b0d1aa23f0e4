import { Button, Menu } from '@mantine/core';
import { ChevronDown, Download } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../../ui/call.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { reportFormats } from '../../papers/kinds.ts';
import type { Asked } from '../client.ts';
import { ScheduleDialog } from '../schedules/schedule-dialog.tsx';

/** Takes what is on the screen as a file, or lets it leave by e-mail again and again. */
export const ReportMenu = ({ ask }: { ask: Asked }) => {
  const t = useTexts('reports');
  const may = useMay();
  const [isPlanning, setPlanning] = useState(false);
  if (!may('reports.view') || (ask.report === 'rows' && !may('reports.export'))) return null;
  const { month: _, ...planned } = ask;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Download size={15} />}
            rightSection={<ChevronDown size={14} />}
          >
            {t('papers.take')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {reportFormats.map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={addressOf('GET /api/kpi-report', { ...ask, format })}
            >
              {t(`papers.formats.${format}`)}
            </Menu.Item>
          ))}
          {may('reports.schedules') ? (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setPlanning(true)}>{t('schedules.plan')}</Menu.Item>
              <Menu.Item renderRoot={(root) => <Link {...root} to="/reports/schedules" />}>
                {t('schedules.title')}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {isPlanning ? (
        <ScheduleDialog ask={planned} schedule={null} onClose={() => setPlanning(false)} />
      ) : null}
    </>
  );
};
