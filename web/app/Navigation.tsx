import { Link } from '@tanstack/react-router';
import { type Screen, useScreens } from './screens.ts';

/** The screens there are, as far as the role of the person may see them: the work of the day, and smaller what sets the place up. */
export function Navigation() {
  const screens = useScreens();
  const aside = screens.filter((screen) => screen.aside);
  return (
    <>
      <Links to={screens.filter((screen) => !screen.aside)} />
      {aside.length > 0 && (
        <div className="nav-aside">
          <Links to={aside} size={15} />
        </div>
      )}
    </>
  );
}

const Links = ({ to: screens, size = 18 }: { to: readonly Screen[]; size?: number }) => (
  <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
    {screens.map(({ to, label, icon: Icon }) => (
      <li key={to}>
        <Link to={to} className="nav-link" activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          <Icon size={size} stroke={1.7} aria-hidden />
          {label}
        </Link>
      </li>
    ))}
  </ul>
);
