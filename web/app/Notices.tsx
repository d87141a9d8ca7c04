import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where short words appear: what can be undone, what was refused. */
export default function Notices() {
  return <Notifications position="bottom-right" limit={4} containerWidth={420} />;
}
